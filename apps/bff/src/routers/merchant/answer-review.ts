import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

export const answerReview = merchant
  .input(z.strictObject({ orderId: id("order"), words: words(300) }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.orders.answerReview(ctx.caller, input)));
