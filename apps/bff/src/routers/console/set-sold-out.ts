import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

export const setSoldOut = operator
  .input(z.strictObject({ shopId: id("shop"), dishId: id("dish"), soldOut: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const { shopId, dishId, soldOut } = input;
    return unwrap(
      await ctx.app.catalog.setSoldOut({ campusId: ctx.caller.campusId, shopIds: [shopId], dishId, soldOut }),
    );
  });
