import type { Tx } from "@sanqi/database";
import type { CampusId, Ids, OrderId } from "@sanqi/kernel";
import { appendEvents } from "@sanqi/outbox";

/** Writes an event of an order's money, in the transaction that changes it. */
export const tell = (
  tx: Tx,
  ids: Ids,
  about: { campusId: CampusId; orderId: OrderId; traceId: string; now: number },
  type: string,
  payload: unknown,
) =>
  appendEvents(tx, [
    {
      campusId: about.campusId,
      eventId: ids.next("event"),
      type,
      key: about.orderId,
      payload,
      traceId: about.traceId,
      occurredAt: about.now,
    },
  ]);
