import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

/** `code`: what the student says at the counter; at a table nobody is asked for it. */
export const handOver = merchant
  .input(
    z.strictObject({
      orderId: id("order"),
      code: z
        .string()
        .regex(/^\d{4}$/)
        .nullable(),
    }),
  )
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.orders.handOver(ctx.caller, input)));
