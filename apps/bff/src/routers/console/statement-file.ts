import { chinaDay } from "@sanqi/kernel";
import { statementCsv } from "@sanqi/ledger";
import { payee, payeeNames, statementInput } from "../../rpc/payees.ts";
import { operator } from "../../rpc/procedures.ts";

/** The same as a table for spreadsheets. */
export const statementFile = operator
  .input(statementInput({ payee }))
  .query(async ({ ctx, input: { payee: account, from, to } }) => {
    const { campusId } = ctx.caller;
    const statement = await ctx.app.ledger.statement(campusId, { account, from, to });
    const name = (await payeeNames(ctx.app, campusId))(account);
    const fileName = `sanqi-${account.replace(":", "-")}-${chinaDay(from)}-${chinaDay(to - 1)}.csv`;
    return { fileName, text: statementCsv(statement, name) };
  });
