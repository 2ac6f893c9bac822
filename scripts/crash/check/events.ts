import type { Evidence, Finding } from "./evidence.ts";

type Row = { type: string; who: string; state: string; error: string | null };

/** Every event was published, laid before everybody who wants it, and done by each of them. */
export async function checkEvents({ sql, campusId, since }: Evidence): Promise<Finding[]> {
  const rows = await sql<Row[]>`
    select type, 'the relay' as who, 'unpublished' as state, null as error from outbox
    where campus_id = ${campusId} and not published
    union all
    select i.type, i.consumer, i.state, i.error from inbox i
    where i.campus_id = ${campusId} and i.state <> 'done'
    union all
    select o.type, s.consumer, 'never laid before it', null from outbox o join event_subscription s on s.type = o.type
    where o.campus_id = ${campusId} and o.published and o.occurred_at >= ${since}
      and (s.only_host is null or s.only_host = o.payload ->> 'host') and not exists (
      select 1 from inbox i where i.campus_id = o.campus_id and i.event_id = o.event_id and i.consumer = s.consumer)`;
  return rows.map(({ type, who, state, error }) => ({
    kind: "unconsumed_events",
    what: `${type} for ${who} is ${state}${error ? `: ${error}` : ""}`,
  }));
}
