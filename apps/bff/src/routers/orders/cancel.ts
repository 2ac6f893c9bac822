import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const cancel = signedIn
  .input(z.strictObject({ orderId: id("order"), reason: words(60) }))
  .mutation(async ({ ctx, input }) => {
    return unwrap(await ctx.app.orders.cancel(ctx.caller, input));
  });
