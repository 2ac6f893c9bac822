import { inTransaction, type Sql, type Tx } from "@sanqi/database";
import { type Clock, second } from "@sanqi/kernel";
import { type Consumer, PoisonEvent } from "./consumer.ts";
import type { Event } from "./event.ts";

/** After this many tries an event is parked for an operator: with the waits below, about six minutes. */
export const maxAttempts = 10;
/** While one process handles an event, no other takes it; a crashed one lets go after this. */
const lease = 30 * second;

/** Wait before try n+1: 1 s, 2 s, 4 s … at most 2 minutes. */
export const retryDelay = (attempts: number): number => Math.min(2 ** (attempts - 1), 120) * second;

type Waiting = Event & { readonly attempts: number };
export type Failure = {
  readonly consumer: string;
  readonly event: Event;
  readonly error: unknown;
  readonly parked: boolean;
};

/**
 * Handles what waits for one consumer: at most one event of a key at a time, in the order in which they were written.
 * @returns how many events were taken; 0 means that nothing is due
 */
export async function dispatchBatch(
  sql: Sql,
  consumer: Consumer,
  clock: Clock,
  onFailure: (f: Failure) => void,
  // Local handlers hold a connection each while they run; the pool also serves people.
  batch = consumer.kind === "local" ? 4 : 16,
): Promise<number> {
  const now = clock.now();
  const taken = await sql<Waiting[]>`
    update inbox i set next_at = ${now + lease}::bigint, attempts = i.attempts + 1
    from (
      select campus_id, consumer, event_id from inbox w
      where w.consumer = ${consumer.name} and w.state = 'waiting' and w.next_at <= ${now}
        and not exists (
          select 1 from inbox earlier where earlier.campus_id = w.campus_id and earlier.consumer = w.consumer
            and earlier.key = w.key and earlier.state = 'waiting' and earlier.position < w.position)
      order by w.position limit ${batch} for update skip locked
    ) due
    join outbox o on o.campus_id = due.campus_id and o.event_id = due.event_id
    where i.campus_id = due.campus_id and i.consumer = due.consumer and i.event_id = due.event_id
    returning o.campus_id, o.event_id, o.type, o.key, o.payload, o.trace_id, o.occurred_at, i.attempts`;
  await Promise.all(taken.map((event) => handle(sql, consumer, event, clock, onFailure)));
  return taken.length;
}

async function handle(
  sql: Sql,
  consumer: Consumer,
  event: Waiting,
  clock: Clock,
  onFailure: (f: Failure) => void,
): Promise<void> {
  try {
    // A former version of the consumer wanted it; this one does not.
    if (!consumer.on.includes(event.type)) {
      await inTransaction(sql, (tx) => finish(tx, consumer.name, event, clock));
      return;
    }
    if (consumer.kind === "local") {
      await inTransaction(sql, async (tx) => {
        // Whoever lost the lease meanwhile finds the row done and does nothing.
        if (await finish(tx, consumer.name, event, clock))
          await consumer.handle(event as unknown as Event<never>, tx);
      });
    } else {
      await consumer.handle(event as unknown as Event<never>);
      await inTransaction(sql, (tx) => finish(tx, consumer.name, event, clock));
    }
  } catch (error) {
    const parked = error instanceof PoisonEvent || event.attempts >= maxAttempts;
    onFailure({ consumer: consumer.name, event, error, parked });
    const reason = error instanceof Error ? error.message : String(error);
    await sql`
      update inbox set error = ${reason.slice(0, 1000)},
        state = ${parked ? "parked" : "waiting"},
        finished_at = ${parked ? clock.now() : null}::bigint,
        next_at = ${clock.now() + retryDelay(event.attempts)}::bigint
      where campus_id = ${event.campusId} and consumer = ${consumer.name} and event_id = ${event.eventId} and state = 'waiting'`;
  }
}

async function finish(tx: Tx, consumer: string, event: Event, clock: Clock): Promise<boolean> {
  const rows = await tx`
    update inbox set state = 'done', finished_at = ${clock.now()}::bigint, error = null
    where campus_id = ${event.campusId} and consumer = ${consumer} and event_id = ${event.eventId} and state = 'waiting'`;
  return rows.count === 1;
}
