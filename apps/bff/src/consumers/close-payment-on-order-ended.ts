import type { OrderEventPayload } from "@sanqi/orders";
import { outsideConsumer } from "@sanqi/outbox";
import type { MoneyWork } from "@sanqi/payments/use-cases";

/** Nobody may pay for an order that has ended; one that was paid at the last moment shows up here and goes back. */
export const closePaymentOnOrderEnded = (money: MoneyWork) =>
  outsideConsumer<OrderEventPayload>({
    name: "close-payment-on-order-ended",
    on: ["order.cancelled", "order.expired"],
    handle: ({ campusId, payload, traceId }) =>
      money.closeOpen({ campusId, orderId: payload.orderId, traceId }),
  });
