import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const confirm = signedIn
  .input(z.strictObject({ paymentId: id("payment") }))
  .mutation(async ({ ctx, input }) => {
    const { campusId, accountId, traceId } = ctx.caller;
    return unwrap(
      await ctx.app.payments.confirm({ campusId, accountId, traceId, paymentId: input.paymentId }),
    );
  });
