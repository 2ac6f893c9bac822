import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const payCode = signedIn
  .input(z.strictObject({ orderId: id("order") }))
  .mutation(async ({ ctx, input }) => {
    const { campusId, accountId } = ctx.caller;
    return unwrap(await ctx.app.payments.payCode({ campusId, accountId, orderId: input.orderId }));
  });
