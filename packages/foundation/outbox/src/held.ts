import type { Sql } from "@sanqi/database";
import type { NotNow } from "./consumer.ts";
import type { Event } from "./event.ts";

/** So many events are told to wait at once; the loop comes again for the rest of them. */
const atOnce = 500;
const restingWords = "the other side is given a rest";

/**
 * Has everything that is due wait its turn without trying it, in the order in which it came.
 * @returns how many events that were
 */
export async function hold(
  sql: Sql,
  consumer: string,
  { forMs, now }: { forMs: number; now: number },
): Promise<number> {
  const held = await sql`
    update inbox i set next_at = ${now + Math.ceil(forMs)}::bigint, held_since = coalesce(i.held_since, ${now}::bigint),
      error = coalesce(i.error, ${restingWords})
    from (
      select campus_id, consumer, event_id from inbox
      where consumer = ${consumer} and state = 'waiting' and next_at <= ${now}
      order by position limit ${atOnce} for update skip locked
    ) due
    where i.campus_id = due.campus_id and i.consumer = due.consumer and i.event_id = due.event_id`;
  return held.count;
}

/** What was taken and could not be tried waits its turn again: the try is not counted. */
export async function putBack(
  sql: Sql,
  consumer: string,
  { event, error, now }: { event: Event; error: NotNow; now: number },
): Promise<void> {
  await sql`
    update inbox set next_at = ${now + Math.ceil(error.forMs)}::bigint, attempts = greatest(attempts - 1, 0),
      held_since = coalesce(held_since, ${now}::bigint), error = ${error.message.slice(0, 1000)}
    where campus_id = ${event.campusId} and consumer = ${consumer} and event_id = ${event.eventId} and state = 'waiting'`;
}
