import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

export const startCooking = merchant
  .input(z.strictObject({ orderId: id("order") }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.orders.startCooking(ctx.caller, input.orderId)));
