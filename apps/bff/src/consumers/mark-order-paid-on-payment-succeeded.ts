import type { Clock } from "@sanqi/kernel";
import type { SystemCommands } from "@sanqi/orders/use-cases";
import { localConsumer } from "@sanqi/outbox";
import type { PaymentSucceeded } from "@sanqi/payments";
import type { OrderChanges } from "./order-changes.ts";

/** The order learns of its money in the transaction that marks the event done: exactly once. */
export const markOrderPaid = (orders: OrderChanges, commands: SystemCommands, clock: Clock) =>
  localConsumer<PaymentSucceeded>({
    name: "mark-order-paid-on-payment-succeeded",
    on: ["payment.succeeded"],
    async handle({ campusId, payload, traceId }, tx) {
      const { orderId, paymentId, paidAt } = payload;
      const result = await orders.changeIn(
        tx,
        { campusId, orderId, traceId },
        commands.paymentDecision({ paymentId, paidAt }, clock.now()),
      );
      // A payment that the order knows already is no news; an order that is missing is a fault.
      if (!result.ok && result.error.kind !== "transitionRefused")
        throw new Error(`payment ${paymentId}: ${result.error.kind}`);
    },
  });
