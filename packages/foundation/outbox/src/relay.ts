import { inTransaction, type Sql } from "@sanqi/database";
import type { Clock } from "@sanqi/kernel";
import { subscriptionLife } from "./subscription.ts";

/** What the relay tells live listeners; small, because a NOTIFY carries at most 8,000 bytes. */
export type Published = {
  readonly campusId: string;
  readonly type: string;
  readonly key: string;
  readonly payload: Record<string, unknown>;
};

/** Only one relay publishes at a time: two would hand over events of one key out of order. */
const relayLock = 7_317_002;

/**
 * Moves events from the outbox to the inbox of every subscribed consumer of any process; one transaction a batch.
 * @returns what was published, oldest first; fewer than `batch` means that the outbox is empty
 */
export async function publishBatch(sql: Sql, clock: Clock, batch = 500): Promise<Published[]> {
  return inTransaction(sql, async (tx) => {
    const [lock] = await tx<{ held: boolean }[]>`select pg_try_advisory_xact_lock(${relayLock}) as held`;
    if (!lock?.held) return [];
    const events = await tx<(Published & { eventId: string })[]>`
      select campus_id, event_id, type, key, payload from outbox where not published order by position limit ${batch}`;
    if (events.length === 0) return [];
    const ids = events.map((e) => e.eventId);
    const campuses = events.map((e) => e.campusId);
    await tx`
      insert into inbox (campus_id, consumer, event_id, position, type, key, next_at)
      select o.campus_id, s.consumer, o.event_id, o.position, o.type, o.key, ${clock.now()}::bigint
      from unnest(${campuses}::text[], ${ids}::text[]) as e (campus_id, event_id)
      join outbox o on o.campus_id = e.campus_id and o.event_id = e.event_id
      join event_subscription s on s.type = o.type and s.seen_at > ${clock.now() - subscriptionLife}::bigint
      on conflict do nothing`;
    await tx`
      update outbox o set published = true
      from unnest(${campuses}::text[], ${ids}::text[]) as e (campus_id, event_id)
      where o.campus_id = e.campus_id and o.event_id = e.event_id`;
    return [...events];
  });
}
