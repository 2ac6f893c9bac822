import type { Sql, Tx } from "@sanqi/database";
import type { Clock } from "@sanqi/kernel";
import type { EventName } from "./bus.ts";
import { subscriptionLife } from "./subscription.ts";

const columns = (events: readonly EventName[]) => ({
  campuses: events.map((e) => e.campusId),
  ids: events.map((e) => e.eventId),
});

/** Into the inbox of every subscribed consumer of any process. */
export async function layForAll(tx: Tx, events: readonly EventName[], clock: Clock): Promise<void> {
  const { campuses, ids } = columns(events);
  const now = clock.now();
  await tx`
    insert into inbox (campus_id, consumer, event_id, position, type, key, next_at)
    select o.campus_id, s.consumer, o.event_id, o.position, o.type, o.key, ${now}::bigint
    from unnest(${campuses}::text[], ${ids}::text[]) as e (campus_id, event_id)
    join outbox o on o.campus_id = e.campus_id and o.event_id = e.event_id
    join event_subscription s on s.type = o.type and s.seen_at > ${now - subscriptionLife}::bigint
      and (s.only_host is null or s.only_host = o.payload ->> 'host')
    on conflict do nothing`;
}

export type Laid = {
  /** Consumers that have something new to do. */
  readonly consumers: readonly string[];
  readonly unknown: readonly EventName[];
};

/**
 * Into the inboxes of one group. A topic is read from its beginning where a group has no place in it yet, so what was handed
 * over before a consumer was first named is passed over here.
 */
export async function layForGroup(
  sql: Sql,
  delivery: { group: string; events: readonly EventName[] },
  clock: Clock,
): Promise<Laid> {
  const { campuses, ids } = columns(delivery.events);
  const now = clock.now();
  const [row] = await sql<{ consumers: string[] | null; unknown: EventName[] | null }[]>`
    with named as (
      select distinct campus_id, event_id from unnest(${campuses}::text[], ${ids}::text[]) as e (campus_id, event_id)
    ), laid as (
      insert into inbox (campus_id, consumer, event_id, position, type, key, next_at)
      select o.campus_id, s.consumer, o.event_id, o.position, o.type, o.key, ${now}::bigint
      from named join outbox o using (campus_id, event_id)
      join event_subscription s on s.type = o.type and s.consumer_group = ${delivery.group}
        and (s.only_host is null or s.only_host = o.payload ->> 'host')
        and s.seen_at > ${now - subscriptionLife}::bigint and coalesce(o.handed_at, ${now}::bigint) >= s.since
      on conflict do nothing returning consumer
    )
    select (select array_agg(distinct consumer) from laid) as consumers,
      (select jsonb_agg(jsonb_build_object('campusId', campus_id, 'eventId', event_id))
        from named left join outbox o using (campus_id, event_id) where o.position is null) as unknown`;
  return { consumers: row?.consumers ?? [], unknown: row?.unknown ?? [] };
}

/** Events that were handed over between two moments (ms) and stand in no inbox of some consumer that wants them. */
const missed = (sql: Sql, window: { from: number; to: number }, now: number) => sql`
  select o.campus_id, s.consumer, o.event_id, o.position, o.type, o.key
  from outbox o join event_subscription s on s.type = o.type
    and s.seen_at > ${now - subscriptionLife}::bigint and o.handed_at > s.since
    and (s.only_host is null or s.only_host = o.payload ->> 'host')
  where o.handed_at > ${window.from}::bigint and o.handed_at <= ${window.to}::bigint and not exists (
    select 1 from inbox i where i.campus_id = o.campus_id and i.consumer = s.consumer and i.event_id = o.event_id)`;

/**
 * Delivers from the outbox what a broker has taken and not delivered: it lost its disk, or the bus was changed meanwhile.
 * @returns how many deliveries that were
 */
export async function layMissed(
  sql: Sql,
  window: { from: number; to: number },
  clock: Clock,
): Promise<number> {
  const now = clock.now();
  const laid = await sql`
    insert into inbox (campus_id, consumer, event_id, position, type, key, next_at)
    select m.*, ${now}::bigint from (${missed(sql, window, now)}) m on conflict do nothing`;
  return laid.count;
}

/**
 * Whether anything is on its way to these consumers: unpublished, owed by a broker within the window, or due in an inbox. One
 * snapshot, because an event moves on from one to the other. What stands behind an earlier event of its key is not due.
 */
export async function isDue(
  sql: Sql,
  { consumers, owedFrom }: { consumers: readonly string[]; owedFrom: number },
  clock: Clock,
): Promise<boolean> {
  const now = clock.now();
  const [row] = await sql<{ due: boolean }[]>`
    select exists (select 1 from outbox where not published)
      or exists (${missed(sql, { from: owedFrom, to: now }, now)})
      or exists (select 1 from inbox w where w.state = 'waiting' and w.next_at <= ${now}
        and w.consumer = any(${[...consumers]}::text[]) and not exists (
          select 1 from inbox earlier where earlier.campus_id = w.campus_id and earlier.consumer = w.consumer
            and earlier.key = w.key and earlier.state = 'waiting' and earlier.position < w.position)) as due`;
  return row?.due ?? false;
}
