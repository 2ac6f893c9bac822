import { z } from "zod";
import { choiceName, id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

/**
 * 今天还可售: how many portions may still be sold today, beyond all that is ordered for today already. Orders count down from
 * there; what pre-orders keep is not among them.
 */
export const setLeft = merchant
  .input(
    z.strictObject({
      shopId: id("shop"),
      dishId: id("dish"),
      choice: choiceName.nullable(),
      /** 还可售（份）, without the portions of orders that were placed before. */
      left: z.int().min(0),
    }),
  )
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.menuEditing.setLeft(ctx.caller, input)));
