import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { rider, unwrap } from "../../rpc/procedures.ts";

export const deliver = rider
  .input(z.strictObject({ orderId: id("order"), code: z.string().regex(/^\d{4}$/) }))
  .mutation(async ({ ctx, input }) => {
    return unwrap(await ctx.app.orders.deliver(ctx.caller, input));
  });
