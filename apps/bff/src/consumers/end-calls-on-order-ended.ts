import type { CallEnding } from "@sanqi/delivery/use-cases";
import type { OrderEventPayload } from "@sanqi/orders";
import { outsideConsumer } from "@sanqi/outbox";

/** From the moment the lunch is handed over, no relay number reaches anybody. */
export const endCallsOnOrderEnded = (delivery: CallEnding) =>
  outsideConsumer<OrderEventPayload>({
    name: "end-calls-on-order-ended",
    on: ["order.delivered", "order.refused", "order.cancelled"],
    handle: ({ campusId, payload }) => delivery.endCalls(campusId, payload.orderId),
  });
