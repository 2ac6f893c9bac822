import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const ofOrder = signedIn
  .input(z.strictObject({ orderId: id("order") }))
  .query(async ({ ctx, input }) => {
    const { campusId, accountId } = ctx.caller;
    return unwrap(await ctx.app.payments.seenByOwner({ campusId, accountId, orderId: input.orderId }));
  });
