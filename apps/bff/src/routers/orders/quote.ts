import { cart } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const quote = signedIn.input(cart).query(async ({ ctx, input }) => {
  return unwrap(await ctx.app.orders.quote(ctx.caller, input));
});
