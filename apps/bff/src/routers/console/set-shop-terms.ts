import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

const terms = z.strictObject({ commissionPermille: z.int().min(0).max(1000).nullable() });

export const setShopTerms = operator
  .input(z.strictObject({ shopId: id("shop"), terms, validFrom: z.int().min(0).nullable() }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.ledger.setShopTerms(ctx.caller, input)));
