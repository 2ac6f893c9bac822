import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

/** To accounts by list; who still holds one of the rule gets no second. */
export const giveCoupons = operator
  .input(
    z.strictObject({
      discountId: id("discount"),
      accountIds: z.array(id("account")).min(1).max(500),
      validUntilAt: z.int().positive(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    return unwrap(await ctx.app.offers.giveCoupons(ctx.caller, input));
  });
