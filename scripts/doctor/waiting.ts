import type { Queryable } from "@sanqi/database";

/** Orders whose money is being told right now: an event of theirs still waits, so what is told and what is known may differ. */
export const waiting = (sql: Queryable) => sql`
  select key from outbox where not published union
  select key from inbox where state <> 'done'`;
