import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

export const endOffer = operator
  .input(z.strictObject({ discountId: id("discount") }))
  .mutation(async ({ ctx, input: { discountId } }) => {
    return unwrap(await ctx.app.offers.end(ctx.caller, { discountId, scope: null }));
  });
