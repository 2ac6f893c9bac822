import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const urge = signedIn
  .input(z.strictObject({ orderId: id("order") }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.orders.urge(ctx.caller, input.orderId)));
