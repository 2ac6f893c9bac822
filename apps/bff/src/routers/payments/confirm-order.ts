import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const confirmOrder = signedIn
  .input(z.strictObject({ orderId: id("order") }))
  .mutation(async ({ ctx, input }) => {
    const { campusId, accountId, traceId } = ctx.caller;
    return unwrap(
      await ctx.app.payments.confirmOrder({ campusId, accountId, traceId, orderId: input.orderId }),
    );
  });
