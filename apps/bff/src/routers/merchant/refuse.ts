import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

export const refuse = merchant
  .input(z.strictObject({ orderId: id("order"), reason: words(60) }))
  .mutation(async ({ ctx, input }) => {
    return unwrap(await ctx.app.orders.refuse(ctx.caller, input));
  });
