import { riderAccount } from "@sanqi/ledger";
import { statementInput } from "../../rpc/payees.ts";
import { rider } from "../../rpc/procedures.ts";

/** What the rider earned with each delivery, and what was paid out. */
export const earnings = rider.input(statementInput({})).query(({ ctx, input: { from, to } }) => {
  const account = riderAccount(ctx.caller.accountId);
  return ctx.app.ledger.statement(ctx.caller.campusId, { account, from, to });
});
