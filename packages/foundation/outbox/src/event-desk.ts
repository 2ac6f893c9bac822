import type { Sql } from "@sanqi/database";
import type { CampusId, Clock } from "@sanqi/kernel";
import { type Consumer, groupOf } from "./consumer.ts";

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

/** An event that a consumer has not handled yet: it waits its turn, or failed and is tried again. */
export type DelayedEvent = {
  readonly consumer: string;
  readonly eventId: string;
  readonly type: string;
  readonly key: string;
  readonly attempts: number;
  readonly reason: string;
  /** Since when it waits because the other side is given a rest; null where it failed and is tried again. */
  readonly heldSince: number | null;
  readonly nextAt: number;
  readonly occurredAt: number;
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
    /** Why it was not handled yet; null where nothing went wrong. */
    readonly reason: string | null;
    /** Since when it waits its turn because the other side is given a rest. */
    readonly heldSince: number | null;
  }[];
};

/** What an operator may see and do about events. */
export type EventDesk = {
  /** All events of one key (an order id), oldest first. */
  ofKey(campusId: CampusId, key: string): Promise<RecordedEvent[]>;
  failed(campusId: CampusId): Promise<FailedEvent[]>;
  /** How many events are parked. */
  parked(campusId: CampusId): Promise<number>;
  /** What waits its turn or its next try, oldest first. */
  delayed(campusId: CampusId): Promise<DelayedEvent[]>;
  /** Lets the consumer try again at once; false where there is no such parked event. */
  replay(campusId: CampusId, event: { consumer: string; eventId: string }): Promise<boolean>;
  /**
   * Lets the consumer handle an event now: one that is parked, waits for its next try, or was handled before; its work may be
   * repeated at will. False where the event never reached it.
   */
  again(campusId: CampusId, event: { consumer: string; eventId: string }): Promise<boolean>;
  lag(campusId: CampusId): Promise<ConsumerLag[]>;
};

/** What one consumer has before it; `oldestMs` is the age of the oldest waiting event. */
export type ConsumerLag = {
  readonly consumer: string;
  /** Who shares its reader; null where no process names it any more and its events are left over. */
  readonly group: string | null;
  readonly waiting: number;
  readonly parked: number;
  readonly oldestMs: number;
  /** Waiting events that wait their turn because the other side is given a rest, and why. */
  readonly held: number;
  readonly heldSince: number | null;
  readonly heldReason: string | null;
};

const nothing = { waiting: 0, parked: 0, oldest: null, held: 0, heldSince: null, heldReason: null };

/** @param consumers all of them, so that one without any waiting event is shown as well */
export function createEventDesk(
  sql: Sql,
  clock: Clock,
  consumers: readonly Pick<Consumer, "name" | "group">[] = [],
): EventDesk {
  const groups = new Map(consumers.map((consumer) => [consumer.name, groupOf(consumer)]));
  return {
    async ofKey(campusId, key) {
      const rows = await sql<
        (Omit<RecordedEvent, "deliveries"> & { deliveries: RecordedEvent["deliveries"] | null })[]
      >`
        select o.event_id, o.type, o.payload, o.occurred_at, o.trace_id,
          (select jsonb_agg(jsonb_build_object('consumer', i.consumer, 'state', i.state, 'attempts', i.attempts, 'at', i.finished_at, 'reason', i.error, 'heldSince', i.held_since) order by i.consumer)
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
    async parked(campusId) {
      const [row] = await sql<{ parked: number }[]>`
        select count(*)::int as parked from inbox where campus_id = ${campusId} and state = 'parked'`;
      return row?.parked ?? 0;
    },
    async delayed(campusId) {
      return sql<DelayedEvent[]>`
        select i.consumer, i.event_id, i.type, i.key, i.attempts, coalesce(i.error, '') as reason, i.held_since, i.next_at,
          o.occurred_at, o.trace_id
        from inbox i join outbox o on o.campus_id = i.campus_id and o.event_id = i.event_id
        where i.campus_id = ${campusId} and i.state = 'waiting' and i.error is not null order by i.position limit 100`;
    },
    async replay(campusId, { consumer, eventId }) {
      const rows = await sql`
        update inbox set state = 'waiting', attempts = 0, next_at = ${clock.now()}::bigint, finished_at = null, error = null
        where campus_id = ${campusId} and consumer = ${consumer} and event_id = ${eventId} and state = 'parked'`;
      return rows.count === 1;
    },
    async again(campusId, { consumer, eventId }) {
      const rows = await sql`
        update inbox set state = 'waiting', attempts = 0, next_at = ${clock.now()}::bigint, finished_at = null, error = null
        where campus_id = ${campusId} and consumer = ${consumer} and event_id = ${eventId}`;
      return rows.count === 1;
    },
    async lag(campusId) {
      const rows = await sql<(Omit<ConsumerLag, "oldestMs" | "group"> & { oldest: number | null })[]>`
        select i.consumer, count(*) filter (where i.state = 'waiting')::int as waiting,
          count(*) filter (where i.state = 'parked')::int as parked, min(o.occurred_at) filter (where i.state = 'waiting') as oldest,
          count(*) filter (where i.state = 'waiting' and i.held_since is not null)::int as held,
          min(i.held_since) filter (where i.state = 'waiting') as held_since,
          max(i.error) filter (where i.state = 'waiting' and i.held_since is not null) as held_reason
        from inbox i join outbox o on o.campus_id = i.campus_id and o.event_id = i.event_id
        where i.campus_id = ${campusId} and i.state <> 'done' group by i.consumer order by i.consumer`;
      const known = new Map(rows.map((row) => [row.consumer, row]));
      const names = new Set([...groups.keys(), ...known.keys()]);
      return [...names].sort().map((consumer) => {
        const { oldest, ...counted } = known.get(consumer) ?? { ...nothing, consumer };
        const group = groups.get(consumer) ?? null;
        return { ...counted, group, oldestMs: oldest === null ? 0 : Math.max(0, clock.now() - oldest) };
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
