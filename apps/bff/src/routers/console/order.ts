import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

export const order = operator
  .input(z.strictObject({ orderId: id("order") }))
  .query(async ({ ctx, input }) => {
    const order = unwrap(await ctx.app.orders.consoleOrder(ctx.caller.campusId, input.orderId));
    const story = unwrap(await ctx.app.orders.story(ctx.caller.campusId, input.orderId));
    const money = await ctx.app.payments.ofOrder(ctx.caller.campusId, input.orderId);
    const events = await ctx.app.events.ofKey(ctx.caller.campusId, input.orderId);
    return { order, story, money, events };
  });
