import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const get = signedIn.input(z.strictObject({ orderId: id("order") })).query(async ({ ctx, input }) => {
  return unwrap(await ctx.app.orders.get(ctx.caller, input.orderId));
});
