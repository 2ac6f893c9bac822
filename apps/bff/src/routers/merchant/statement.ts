import { err } from "@sanqi/kernel";
import { merchantAccount } from "@sanqi/ledger";
import { id } from "../../rpc/inputs.ts";
import { statementInput } from "../../rpc/payees.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

/** What one of the caller's own shops earned, gave back and was paid. */
export const statement = merchant
  .input(statementInput({ shopId: id("shop") }))
  .query(async ({ ctx, input: { shopId, from, to } }) => {
    const { campusId, shopIds } = ctx.caller;
    if (!shopIds.includes(shopId)) return unwrap<never>(err({ kind: "shopNotFound" }));
    return ctx.app.ledger.statement(campusId, { account: merchantAccount(shopId), from, to });
  });
