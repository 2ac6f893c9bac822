import type { Clock } from "@sanqi/kernel";
import type { SystemCommands } from "@sanqi/orders/use-cases";
import { localConsumer } from "@sanqi/outbox";
import type { PaymentRefunded } from "@sanqi/payments";
import type { OrderChanges } from "./order-changes.ts";

/** A second payment's refund leaves a living order as it is: only an order that owes its money back becomes refunded. */
export const markOrderRefunded = (orders: OrderChanges, commands: SystemCommands, clock: Clock) =>
  localConsumer<PaymentRefunded>({
    name: "mark-order-refunded-on-payment-refunded",
    on: ["payment.refunded"],
    async handle({ campusId, payload, traceId }, tx) {
      const change = { campusId, orderId: payload.orderId, traceId };
      const result = await orders.changeIn(
        tx,
        change,
        commands.refundDecision(payload.paymentId, clock.now()),
      );
      if (!result.ok && result.error.kind !== "transitionRefused")
        throw new Error(`refund ${payload.refundId}: ${result.error.kind}`);
    },
  });
