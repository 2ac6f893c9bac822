import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const search = signedIn
  .input(z.strictObject({ placeId: id("place"), text: words(40) }))
  .query(async ({ ctx, input }) => {
    return unwrap(await ctx.app.catalog.search(ctx.caller.campusId, input));
  });
