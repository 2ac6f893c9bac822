import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

export const cancelOrder = operator
  .input(z.strictObject({ orderId: id("order"), reason: words(60) }))
  .mutation(async ({ ctx, input }) => {
    return unwrap(await ctx.app.orders.operatorCancel(ctx.caller, input));
  });
