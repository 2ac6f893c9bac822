import { payeeNames } from "../../rpc/payees.ts";
import { operator } from "../../rpc/procedures.ts";

/** Balances by kind of account, and what every shop and rider is owed. */
export const ledger = operator.query(async ({ ctx }) => {
  const { campusId } = ctx.caller;
  const [{ kinds, payees }, name] = await Promise.all([
    ctx.app.ledger.ledger(campusId),
    payeeNames(ctx.app, campusId),
  ]);
  return { kinds, payees: payees.map((each) => ({ ...each, name: name(each.account) })) };
});
