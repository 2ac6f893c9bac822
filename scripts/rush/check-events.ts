import type { Queryable } from "@sanqi/database";
import type { Finding } from "./check-books.ts";

type Row = { consumer: string; type: string; state: string; error: string | null; count: number };

/** Every event was published, and every consumer has done its part; one finding an event and consumer. */
export async function checkEvents(sql: Queryable, campusId: string): Promise<Finding[]> {
  const rows = await sql<Row[]>`
    select 'relay' as consumer, type, 'unpublished' as state, null as error, count(*)::int as count
    from outbox where campus_id = ${campusId} and not published group by type
    union all
    select consumer, type, state, max(error), count(*)::int
    from inbox where campus_id = ${campusId} and state <> 'done' group by consumer, type, state`;
  return rows.flatMap(({ consumer, type, state, error, count }) =>
    Array.from({ length: count }, () => ({
      kind: "undelivered" as const,
      what: `${type} for ${consumer} is ${state}${error ? `: ${error}` : ""}`,
    })),
  );
}
