import type { Sql } from "@sanqi/database";
import type { CampusId, Clock } from "@sanqi/kernel";

/** An event that a consumer could not handle after all its tries. */
export type FailedEvent = {
  readonly consumer: string;
  readonly eventId: string;
  readonly type: string;
  readonly key: string;
  readonly attempts: number;
  readonly error: string;
  readonly occurredAt: number;
  readonly parkedAt: number;
  readonly traceId: string;
};

/** One event as it was written, for the story of an order. */
export type RecordedEvent = {
  readonly eventId: string;
  readonly type: string;
  readonly payload: unknown;
  readonly occurredAt: number;
  readonly traceId: string;
  readonly deliveries: readonly {
    readonly consumer: string;
    readonly state: "waiting" | "done" | "parked";
    readonly attempts: number;
    readonly at: number | null;
  }[];
};

/** What an operator may see and do about events. */
export type EventDesk = {
  /** All events of one key (an order id), oldest first. */
  ofKey(campusId: CampusId, key: string): Promise<RecordedEvent[]>;
  failed(campusId: CampusId): Promise<FailedEvent[]>;
  /** Lets the consumer try again at once; false where there is no such parked event. */
  replay(campusId: CampusId, event: { consumer: string; eventId: string }): Promise<boolean>;
  /** Per consumer: waiting and parked events, and the age in ms of the oldest waiting one. */
  lag(campusId: CampusId): Promise<{ consumer: string; waiting: number; parked: number; oldestMs: number }[]>;
};

/** @param consumers names of all consumers, so that one without any waiting event is shown as well */
export function createEventDesk(sql: Sql, clock: Clock, consumers: readonly string[] = []): EventDesk {
  return {
    async ofKey(campusId, key) {
      const rows = await sql<
        (Omit<RecordedEvent, "deliveries"> & { deliveries: RecordedEvent["deliveries"] | null })[]
      >`
        select o.event_id, o.type, o.payload, o.occurred_at, o.trace_id,
          (select jsonb_agg(jsonb_build_object('consumer', i.consumer, 'state', i.state, 'attempts', i.attempts, 'at', i.finished_at) order by i.consumer)
            from inbox i where i.campus_id = o.campus_id and i.event_id = o.event_id) as deliveries
        from outbox o where o.campus_id = ${campusId} and o.key = ${key} order by o.position limit 200`;
      return rows.map((row) => ({ ...row, deliveries: row.deliveries ?? [] }));
    },
    async failed(campusId) {
      return sql<FailedEvent[]>`
        select i.consumer, i.event_id, i.type, i.key, i.attempts, coalesce(i.error, '') as error, o.occurred_at,
          coalesce(i.finished_at, 0) as parked_at, o.trace_id
        from inbox i join outbox o on o.campus_id = i.campus_id and o.event_id = i.event_id
        where i.campus_id = ${campusId} and i.state = 'parked' order by i.position limit 200`;
    },
    async replay(campusId, { consumer, eventId }) {
      const rows = await sql`
        update inbox set state = 'waiting', attempts = 0, next_at = ${clock.now()}::bigint, finished_at = null
        where campus_id = ${campusId} and consumer = ${consumer} and event_id = ${eventId} and state = 'parked'`;
      return rows.count === 1;
    },
    async lag(campusId) {
      const rows = await sql<{ consumer: string; waiting: number; parked: number; oldest: number | null }[]>`
        select i.consumer, count(*) filter (where i.state = 'waiting')::int as waiting,
          count(*) filter (where i.state = 'parked')::int as parked, min(o.occurred_at) filter (where i.state = 'waiting') as oldest
        from inbox i join outbox o on o.campus_id = i.campus_id and o.event_id = i.event_id
        where i.campus_id = ${campusId} and i.state <> 'done' group by i.consumer order by i.consumer`;
      const known = new Map(rows.map((row) => [row.consumer, row]));
      const names = new Set([...consumers, ...known.keys()]);
      return [...names].sort().map((consumer) => {
        const { waiting, parked, oldest } = known.get(consumer) ?? { waiting: 0, parked: 0, oldest: null };
        return {
          consumer,
          waiting,
          parked,
          oldestMs: oldest === null ? 0 : Math.max(0, clock.now() - oldest),
        };
      });
    },
  };
}

/** Deletes events that every consumer has handled and that are older than `before`; parked and waiting ones stay. Returns how many. */
export async function forgetHandled(sql: Sql, before: number, limit = 20_000): Promise<number> {
  const done = await sql`
    with old as (
      select o.campus_id, o.event_id from outbox o
      where o.published and o.occurred_at < ${before}
        and not exists (select 1 from inbox i where i.campus_id = o.campus_id and i.event_id = o.event_id and i.state <> 'done')
      limit ${limit}
    ), gone as (
      delete from inbox i using old where i.campus_id = old.campus_id and i.event_id = old.event_id
    )
    select campus_id, event_id from old`;
  if (done.count === 0) return 0;
  await sql`
    delete from outbox o using unnest(${done.map((row) => row.campusId as string)}::text[], ${done.map((row) => row.eventId as string)}::text[]) as old (campus_id, event_id)
    where o.campus_id = old.campus_id and o.event_id = old.event_id`;
  return done.count;
}
