import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

export const accept = merchant
  .input(z.strictObject({ orderId: id("order") }))
  .mutation(async ({ ctx, input }) => {
    return unwrap(await ctx.app.orders.accept(ctx.caller, input.orderId));
  });
