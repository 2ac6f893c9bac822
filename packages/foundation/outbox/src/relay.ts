import { inTransaction, type Sql } from "@sanqi/database";
import type { Clock } from "@sanqi/kernel";
import { reach } from "@sanqi/resilience";
import type { Bus } from "./bus.ts";
import type { Event } from "./event.ts";

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
 * Hands what stands in the outbox to the bus, one transaction a batch: a relay that dies in between has published nothing,
 * and the next one hands the same events over again.
 * @returns what was published, oldest first; fewer than `batch` means that the outbox is empty
 */
export async function publishBatch(sql: Sql, bus: Bus, clock: Clock, batch = 500): Promise<Published[]> {
  return inTransaction(sql, async (tx) => {
    // The second: a plan that was made while the outbox was empty would read all of it for every batch.
    const [lock] = await tx<{ held: boolean }[]>`
      select pg_try_advisory_xact_lock(${relayLock}) as held, set_config('enable_seqscan', 'off', true)`;
    if (!lock?.held) return [];
    const events = await tx<(Event & Published)[]>`
      select campus_id, event_id, type, key, payload, trace_id, occurred_at
      from outbox where not published order by position limit ${batch}`;
    if (events.length === 0) return [];
    reach("relay.taken");
    await bus.publish(events, tx);
    reach("relay.handed");
    const handedAt = bus.carriedBy === "broker" ? clock.now() : null;
    await tx`
      update outbox o set published = true, handed_at = ${handedAt}::bigint
      from unnest(${events.map((e) => e.campusId)}::text[], ${events.map((e) => e.eventId)}::text[]) as e (campus_id, event_id)
      where o.campus_id = e.campus_id and o.event_id = e.event_id`;
    return [...events];
  });
}
