import { z } from "zod";
import { choiceName, id } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

export const setSoldOut = operator
  .input(
    z.strictObject({
      shopId: id("shop"),
      dishId: id("dish"),
      choice: choiceName.nullable().default(null),
      soldOut: z.boolean(),
    }),
  )
  .mutation(async ({ ctx, input: { shopId, ...change } }) => {
    const by = { ...ctx.caller, shopIds: [shopId] };
    return unwrap(await ctx.app.catalog.setSoldOut({ by, ...change }));
  });
