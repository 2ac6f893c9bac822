import { payee, statementInput } from "../../rpc/payees.ts";
import { operator } from "../../rpc/procedures.ts";

export const statement = operator
  .input(statementInput({ payee }))
  .query(({ ctx, input: { payee: account, from, to } }) =>
    ctx.app.ledger.statement(ctx.caller.campusId, { account, from, to }),
  );
