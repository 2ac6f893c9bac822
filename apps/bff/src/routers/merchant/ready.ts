import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

export const ready = merchant
  .input(z.strictObject({ orderId: id("order") }))
  .mutation(async ({ ctx, input }) => {
    return unwrap(await ctx.app.orders.markReady(ctx.caller, input.orderId));
  });
