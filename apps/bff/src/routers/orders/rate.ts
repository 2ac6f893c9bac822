import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const rate = signedIn
  .input(z.strictObject({ orderId: id("order"), stars: z.int().min(1).max(5), comment: words(200) }))
  .mutation(async ({ ctx, input }) => {
    return unwrap(await ctx.app.orders.rate(ctx.caller, input));
  });
