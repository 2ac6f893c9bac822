import type { Tx } from "@sanqi/database";
import type { CampusId, OrderId } from "@sanqi/kernel";
import { localConsumer } from "@sanqi/outbox";

/** Posts within a consumer's transaction what is true of an order and not in the ledger yet. */
export type OrderPosting = {
  postOrderIn(tx: Tx, request: { campusId: CampusId; orderId: OrderId; traceId: string }): Promise<void>;
};

/**
 * Everything after which an order's money belongs to somebody else. One consumer for all of them: it handles an order's events
 * one at a time, in the order in which they happened.
 */
export const postToLedger = (ledger: OrderPosting) =>
  localConsumer<{ readonly orderId: OrderId }>({
    name: "post-to-ledger-on-money-moved",
    on: [
      "payment.succeeded",
      "payment.refunded",
      "share.finished",
      "share.returned",
      "order.delivered",
      "order.cancelled",
      "order.refused",
      "order.expired",
      "order.paidLate",
      "order.paidTwice",
    ],
    handle: ({ campusId, payload, traceId }, tx) =>
      ledger.postOrderIn(tx, { campusId, orderId: payload.orderId, traceId }),
  });
