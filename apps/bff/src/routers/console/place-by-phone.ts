import { z } from "zod";
import { amount, cart, chinaMobile, idempotencyKey, words } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

export const placeByPhone = operator
  .input(
    cart.omit({ couponIds: true }).extend({
      key: idempotencyKey,
      note: words(100),
      cutlery: z.int().min(0).max(20),
      contactPhone: chinaMobile,
      expectedTotalFen: amount,
    }),
  )
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.orders.placeByPhone(ctx.caller, input)));
