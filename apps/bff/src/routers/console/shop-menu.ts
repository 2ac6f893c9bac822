import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

export const shopMenu = operator
  .input(z.strictObject({ shopId: id("shop") }))
  .query(async ({ ctx, input }) => {
    return unwrap(await ctx.app.catalog.menu(ctx.caller.campusId, { shopId: input.shopId, placeId: null }));
  });
