import { z } from "zod";
import { amount, id, words } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

/** `parts`: money back by line of the order ("0", "1", …, "packing", "delivery"); none turns the complaint down. */
export const decideAfterSale = operator
  .input(
    z.strictObject({
      orderId: id("order"),
      parts: z
        .array(z.strictObject({ key: z.string().regex(/^(\d{1,2}|packing|delivery)$/), fen: amount }))
        .max(42),
      bearer: z.enum(["merchant", "platform", "rider"]),
      words: words(300),
    }),
  )
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.orders.decideAfterSale(ctx.caller, input)));
