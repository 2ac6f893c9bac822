import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const withdrawComplaint = signedIn
  .input(z.strictObject({ orderId: id("order") }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.orders.withdraw(ctx.caller, input.orderId)));
