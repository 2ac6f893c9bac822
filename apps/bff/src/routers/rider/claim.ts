import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { rider, unwrap } from "../../rpc/procedures.ts";

export const claim = rider
  .input(z.strictObject({ orderId: id("order") }))
  .mutation(async ({ ctx, input }) => {
    return unwrap(await ctx.app.orders.claim(ctx.caller, input.orderId));
  });
