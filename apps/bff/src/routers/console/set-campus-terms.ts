import { z } from "zod";
import { amount } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

const permille = z.int().min(0).max(1000);
const terms = z.strictObject({
  commissionPermille: permille,
  riderSharePermille: permille,
  riderMinimumFen: amount,
  payoutEvery: z.enum(["day", "week"]),
  payoutMinimumFen: amount.refine((fen) => fen > 0, "at least one fen"),
});

export const setCampusTerms = operator
  .input(z.strictObject({ terms, validFrom: z.int().min(0).nullable() }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.ledger.setCampusTerms(ctx.caller, input)));
