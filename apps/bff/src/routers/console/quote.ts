import { cart } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

/** What an order that somebody gives by phone would cost. */
export const quote = operator
  .input(cart)
  .query(async ({ ctx, input }) => unwrap(await ctx.app.orders.quoteByPhone(ctx.caller, input)));
