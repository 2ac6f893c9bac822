import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const menu = signedIn
  .input(z.strictObject({ shopId: id("shop"), placeId: id("place").nullable() }))
  .query(async ({ ctx, input }) => {
    return unwrap(await ctx.app.catalog.menu(ctx.caller.campusId, input));
  });
