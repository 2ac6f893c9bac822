import type { Sql } from "@sanqi/database";

export type RawColumn = { readonly name: string; readonly type: string; readonly value: string | null };
/** One row that an order writes. */
export type RawRow = { readonly table: string; readonly columns: readonly RawColumn[] };

/** All tables of ours, `schema.table`, whatever module or library they belong to. */
async function tables(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`;
  return rows.map((row) => row.name);
}

export type RowCounts = Readonly<Record<string, number>>;

/** Rows by table; "portions taken" is what is missing on today's shelves. */
export async function countRows(sql: Sql): Promise<RowCounts> {
  const counts: Record<string, number> = {};
  for (const table of await tables(sql)) {
    const [row] = await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`);
    counts[table] = row?.n ?? 0;
  }
  const [shelf] = await sql<{ left: number }[]>`select sum(left_count)::bigint as left from dish_stock`;
  counts["portions taken"] = -(shelf?.left ?? 0);
  return counts;
}

/** What each of `orders` orders has written, rounded to hundredths so that a timer's single row does not count. */
export function rowsPerOrder(before: RowCounts, after: RowCounts, orders: number): RowCounts {
  return Object.fromEntries(
    Object.entries(after)
      .map(([table, n]) => [table, Math.round((n - (before[table] ?? 0)) / orders)] as const)
      .filter(([, n]) => n !== 0),
  );
}

/** The rows of one placed order, found by its id in whatever tables it has written to. */
export async function rowsOfOrder(sql: Sql, orderId: string, written: RowCounts): Promise<RawRow[]> {
  const found: RawRow[] = [];
  // The order itself comes first: others point at it.
  const inOrder = (await tables(sql))
    .filter((table) => written[table])
    .sort((a, b) => Number(b === "public.orders") - Number(a === "public.orders"));
  for (const table of inOrder) {
    const columns = await sql<{ name: string; type: string }[]>`
      select attname as name, format_type(atttypid, atttypmod) as type
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''
        and (d.adbin is null or pg_get_expr(d.adbin, d.adrelid) not like 'nextval%') order by attnum`;
    const rows = await sql.unsafe(
      `select to_json(array[${columns.map(({ name }) => `"${name}"::text`).join(", ")}]) as row from ${table} t where t::text like $1`,
      [`%${orderId}%`],
    );
    for (const { row } of rows as unknown as { row: (string | null)[] }[])
      found.push({ table, columns: columns.map((column, at) => ({ ...column, value: row[at] ?? null })) });
  }
  return found;
}
