import { type PayoutState, payoutStates } from "@sanqi/ledger";
import { z } from "zod";
import { payeeNames } from "../../rpc/payees.ts";
import { operator } from "../../rpc/procedures.ts";

const states = Object.keys(payoutStates) as [PayoutState, ...PayoutState[]];
const input = z.strictObject({ state: z.enum(states).nullable(), limit: z.int().min(1).max(2000) });

export const payouts = operator.input(input).query(async ({ ctx, input }) => {
  const name = await payeeNames(ctx.app, ctx.caller.campusId);
  const found = await ctx.app.ledger.payouts(ctx.caller.campusId, input);
  return found.map((payout) => ({ ...payout, name: name(payout.payee) }));
});
