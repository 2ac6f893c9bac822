import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const shops = signedIn
  .input(z.strictObject({ placeId: id("place") }))
  .query(async ({ ctx, input }) => {
    return unwrap(await ctx.app.catalog.shops(ctx.caller.campusId, input.placeId));
  });
