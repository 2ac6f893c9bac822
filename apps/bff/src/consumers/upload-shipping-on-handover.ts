import type { Tx } from "@sanqi/database";
import type { CampusId, Clock, OrderId } from "@sanqi/kernel";
import type { OrderEventPayload } from "@sanqi/orders";
import { localConsumer } from "@sanqi/outbox";
import type { ShippingKind } from "@sanqi/payments";

type Handover = { campusId: CampusId; orderId: OrderId; kind: ShippingKind; at: number; now: number };
/** Writes down that a hand-over is to be told; the first for a payment counts. */
type RequestUpload = (tx: Tx, handover: Handover) => Promise<void>;

/** Delivered without a rider: the student has fetched it just now. */
const fetched: ReadonlySet<OrderEventPayload["handover"]> = new Set(["pickup", "table"]);

/** WeChat wants to hear when goods leave for their buyer. Written down here, exactly once; the timer uploads. */
export const uploadShippingOnHandover = (request: RequestUpload, clock: Clock) =>
  localConsumer<OrderEventPayload>({
    name: "upload-shipping-on-handover",
    on: ["order.pickedUp", "order.delivered"],
    async handle({ campusId, payload: { orderId, handover }, occurredAt }, tx) {
      const kind = fetched.has(handover) ? "selfPickup" : "sameCity";
      await request(tx, { campusId, orderId, kind, at: occurredAt, now: clock.now() });
    },
  });
