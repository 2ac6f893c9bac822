import { z } from "zod";
import { choiceName, id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

export const setSoldOut = merchant
  .input(
    z.strictObject({ dishId: id("dish"), choice: choiceName.nullable().default(null), soldOut: z.boolean() }),
  )
  .mutation(async ({ ctx, input }) => {
    return unwrap(await ctx.app.catalog.setSoldOut({ by: ctx.caller, ...input }));
  });
