import { inGroups, inTransaction, type Sql, type Tx } from "@sanqi/database";
import { type Clock, type EventId, second } from "@sanqi/kernel";
import { reach } from "@sanqi/resilience";
import { type Consumer, NotNow, PoisonEvent } from "./consumer.ts";
import type { Event } from "./event.ts";
import { hold, putBack } from "./held.ts";

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
 * @returns how many events were taken or told to wait; 0 means that nothing can be done now
 */
export async function dispatchBatch(
  sql: Sql,
  consumer: Consumer,
  clock: Clock,
  onFailure: (f: Failure) => void,
  // Local handlers hold a connection each while they run; the pool also serves people.
  batch = consumer.kind === "local" ? 4 : 16,
): Promise<number> {
  const turn = (consumer.kind === "outside" && consumer.turn?.()) || { may: "all" };
  if (turn.may === "none")
    return turn.forMs > 0 ? hold(sql, consumer.name, { ...turn, now: clock.now() }) : 0;
  const now = clock.now();
  const taken = await sql<Waiting[]>`
    update inbox i set next_at = ${now + lease}::bigint, attempts = i.attempts + 1
    from (
      select campus_id, consumer, event_id from inbox w
      where w.consumer = ${consumer.name} and w.state = 'waiting' and w.next_at <= ${now}
        and not exists (
          select 1 from inbox earlier where earlier.campus_id = w.campus_id and earlier.consumer = w.consumer
            and earlier.key = w.key and earlier.state = 'waiting' and earlier.position < w.position)
      order by w.position limit ${turn.may === "one" ? 1 : batch} for update skip locked
    ) due
    join outbox o on o.campus_id = due.campus_id and o.event_id = due.event_id
    where i.campus_id = due.campus_id and i.consumer = due.consumer and i.event_id = due.event_id
    returning o.campus_id, o.event_id, o.type, o.key, o.payload, o.trace_id, o.occurred_at, i.attempts`;
  if (taken.length > 0) reach("consumer.taken");
  const finish = finishingTogether(sql, consumer.name, clock);
  await Promise.all(taken.map((event) => handle({ sql, consumer, clock, onFailure, finish }, event)));
  return taken.length;
}

type Handling = {
  readonly sql: Sql;
  readonly consumer: Consumer;
  readonly clock: Clock;
  readonly onFailure: (f: Failure) => void;
  /** Marks an event done that has no transaction of its own. */
  readonly finish: (event: Event) => Promise<boolean>;
};

/** Events of one batch that end at the same time are marked by one statement and one commit. */
const finishingTogether = (sql: Sql, consumer: string, clock: Clock) =>
  inGroups<Event, boolean>({
    ...{ most: 100, lanes: 1, within: ({ campusId }) => campusId },
    run: (events) => finish(sql, consumer, { events, clock }),
  });

async function handle(by: Handling, event: Waiting): Promise<void> {
  const { sql, consumer, clock, onFailure } = by;
  try {
    // A former version of the consumer wanted it; this one does not.
    if (!consumer.on.includes(event.type)) {
      await by.finish(event);
      return;
    }
    if (consumer.kind === "local") {
      await inTransaction(sql, async (tx) => {
        const [mine] = await finish(tx, consumer.name, { events: [event], clock });
        // Whoever lost the lease meanwhile finds the row done and does nothing.
        if (mine) await consumer.handle(event as unknown as Event<never>, tx);
        reach("consumer.written");
      });
    } else {
      await consumer.handle(event as unknown as Event<never>);
      reach("consumer.acted");
      await by.finish(event);
    }
    reach("consumer.done");
  } catch (error) {
    if (error instanceof NotNow) return putBack(sql, consumer.name, { event, error, now: clock.now() });
    const parked = error instanceof PoisonEvent || event.attempts >= maxAttempts;
    onFailure({ consumer: consumer.name, event, error, parked });
    const reason = error instanceof Error ? error.message : String(error);
    await sql`
      update inbox set error = ${reason.slice(0, 1000)},
        state = ${parked ? "parked" : "waiting"}, held_since = null,
        finished_at = ${parked ? clock.now() : null}::bigint,
        next_at = ${clock.now() + retryDelay(event.attempts)}::bigint
      where campus_id = ${event.campusId} and consumer = ${consumer.name} and event_id = ${event.eventId} and state = 'waiting'`;
  }
}

/** Marks events of one campus done. @returns for each, whether it was still waiting */
async function finish(
  sql: Sql | Tx,
  consumer: string,
  { events, clock }: { events: readonly Event[]; clock: Clock },
): Promise<boolean[]> {
  const ids = events.map(({ eventId }) => eventId);
  const rows = await sql<{ eventId: EventId }[]>`
    update inbox set state = 'done', finished_at = ${clock.now()}::bigint, error = null, held_since = null
    where campus_id = ${events[0]?.campusId ?? ""} and consumer = ${consumer} and event_id = any(${ids}::text[])
      and state = 'waiting' returning event_id`;
  const ended = new Set(rows.map(({ eventId }) => eventId));
  return ids.map((id) => ended.has(id));
}
