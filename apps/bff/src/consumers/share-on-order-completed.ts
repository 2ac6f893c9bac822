import type { OrderEventPayload } from "@sanqi/orders";
import { outsideConsumer } from "@sanqi/outbox";
import type { SharingUseCases } from "@sanqi/payments/use-cases";

/** The platform may hand the parts on once nobody can complain any more. Only planned here, and once: the timer does it. */
export const shareOnOrderCompleted = (sharing: Pick<SharingUseCases, "shareAfterSale">) =>
  outsideConsumer<OrderEventPayload>({
    name: "share-on-order-completed",
    on: ["order.completed"],
    handle: ({ campusId, payload }) => sharing.shareAfterSale({ campusId, orderId: payload.orderId }),
  });
