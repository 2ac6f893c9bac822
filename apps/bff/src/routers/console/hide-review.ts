import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

/** Hidden with a reason; shown again with none. */
export const hideReview = operator
  .input(
    z.strictObject({
      orderId: id("order"),
      reason: words(100)
        .refine((reason) => reason.length > 0, "a reason")
        .nullable(),
    }),
  )
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.orders.hideReview(ctx.caller, input)));
