import type { Session } from "@sanqi/identity";
import type { Caller } from "@sanqi/orders/use-cases";
import { z } from "zod";
import type { App } from "../../app.ts";
import { amount, cart, chinaMobile, idempotencyKey, words } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const placeInput = cart.extend({
  key: idempotencyKey,
  note: words(100),
  cutlery: z.int().min(0).max(20),
  contactPhone: chinaMobile.nullable(),
  expectedTotalFen: amount,
});

/** What both ways to this procedure do: tRPC's, and the short one of `POST /orders`. */
export const placeOrder = (
  app: Pick<App, "orders">,
  caller: Caller & Pick<Session, "host">,
  input: z.output<typeof placeInput>,
) => {
  const { host, ...who } = caller;
  return app.orders.place(who, { ...input, host: host === "console" ? "weapp" : host });
};

export const place = signedIn.input(placeInput).mutation(async ({ ctx, input }) => {
  const { host } = ctx.session;
  return unwrap(await placeOrder(ctx.app, { ...ctx.caller, host }, input));
});
