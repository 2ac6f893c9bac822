import type { Sql } from "@sanqi/database";

export type RowsRead = ReadonlyMap<string, number>;

/** Rows that PostgreSQL has read so far, by table. */
export async function rowsRead(sql: Sql): Promise<RowsRead> {
  const rows = await sql<{ name: string; n: number }[]>`
    select relname as name, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as n from pg_stat_user_tables`;
  return new Map(rows.map(({ name, n }) => [name, n]));
}

/** A right plan reads a handful of rows for an order. */
const tooMany = 100;

/** Names tables of which each request read so many rows that a plan must be wrong; empty where none was. */
export function readTooMuch(before: RowsRead, after: RowsRead, requests: number): string {
  const each = [...after].map(
    ([name, n]) => [name, (n - (before.get(name) ?? 0)) / Math.max(1, requests)] as const,
  );
  const told = each.filter(([, n]) => n > tooMany).map(([name, n]) => `${Math.round(n)} of ${name}`);
  return told.length === 0 ? "" : `; ! rows read for each: ${told.join(", ")}`;
}
