import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

export const setSoldOut = merchant
  .input(z.strictObject({ dishId: id("dish"), soldOut: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const { campusId, shopIds } = ctx.caller;
    return unwrap(await ctx.app.catalog.setSoldOut({ campusId, shopIds, ...input }));
  });
