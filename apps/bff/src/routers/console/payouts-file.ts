import { chinaDay } from "@sanqi/kernel";
import { payoutsCsv } from "@sanqi/ledger";
import { payeeNames } from "../../rpc/payees.ts";
import { operator } from "../../rpc/procedures.ts";

/** Everything that waits for the bank, as a table for spreadsheets. */
export const payoutsFile = operator.query(async ({ ctx }) => {
  const { campusId } = ctx.caller;
  const name = await payeeNames(ctx.app, campusId);
  const waiting = await ctx.app.ledger.payouts(campusId, { state: "prepared", limit: 2000 });
  const fileName = `sanqi-payouts-${chinaDay(ctx.app.clock.now())}.csv`;
  return { fileName, text: payoutsCsv(waiting.map((payout) => ({ ...payout, name: name(payout.payee) }))) };
});
