import { z } from "zod";
import { amount, cart, chinaMobile, idempotencyKey, words } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const place = signedIn
  .input(
    cart.extend({
      key: idempotencyKey,
      note: words(100),
      cutlery: z.int().min(0).max(20),
      contactPhone: chinaMobile.nullable(),
      expectedTotalFen: amount,
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const host = ctx.session.host === "console" ? "weapp" : ctx.session.host;
    return unwrap(await ctx.app.orders.place(ctx.caller, { ...input, host }));
  });
