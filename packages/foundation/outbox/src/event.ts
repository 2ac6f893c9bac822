import type { Queryable } from "@sanqi/database";
import { json } from "@sanqi/database";
import type { CampusId, EventId } from "@sanqi/kernel";

/** A fact that others may act upon. Events of one key are handled in order by each consumer. */
export type Event<P = unknown> = {
  readonly campusId: CampusId;
  readonly eventId: EventId;
  readonly type: string;
  readonly key: string;
  readonly payload: P;
  readonly traceId: string;
  readonly occurredAt: number;
};

/** Writes events in the caller's transaction: they exist exactly when its changes do. */
export async function appendEvents(tx: Queryable, events: readonly Event[]): Promise<void> {
  if (events.length === 0) return;
  await tx`insert into outbox ${tx(
    events.map((e) => ({
      campusId: e.campusId,
      eventId: e.eventId,
      type: e.type,
      key: e.key,
      payload: json(tx, e.payload),
      traceId: e.traceId,
      occurredAt: e.occurredAt,
    })),
  )}`;
}
