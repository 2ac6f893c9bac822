import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

export const answerAfterSale = merchant
  .input(z.strictObject({ orderId: id("order"), agrees: z.boolean(), words: words(300) }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.orders.answerAfterSale(ctx.caller, input)));
