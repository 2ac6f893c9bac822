import type { Clock } from "@sanqi/kernel";
import { orderEndedKey } from "@sanqi/orders";
import type { SystemCommands } from "@sanqi/orders/use-cases";
import { localConsumer } from "@sanqi/outbox";
import type { PaymentRefunded } from "@sanqi/payments";
import type { OrderChanges } from "./order-changes.ts";

/** The first release refunded ended orders in full, and its events say no more than that. */
type Told = Omit<PaymentRefunded, "key" | "full"> & Partial<Pick<PaymentRefunded, "key" | "full">>;

/** A second payment's refund leaves a living order as it is: only an order that owes its money back becomes refunded. */
export const markOrderRefunded = (orders: OrderChanges, commands: SystemCommands, clock: Clock) =>
  localConsumer<Told>({
    name: "mark-order-refunded-on-payment-refunded",
    on: ["payment.refunded"],
    async handle({ campusId, payload, traceId }, tx) {
      const change = { campusId, orderId: payload.orderId, traceId };
      const { key = orderEndedKey, full = true } = payload;
      const result = await orders.changeIn(
        tx,
        change,
        commands.refundDecision({ ...payload, key, full }, clock.now()),
      );
      if (!result.ok && result.error.kind !== "transitionRefused")
        throw new Error(`refund ${payload.refundId}: ${result.error.kind}`);
    },
  });
