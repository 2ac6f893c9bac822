import type { Sql } from "@sanqi/database";
import type { CampusId } from "@sanqi/kernel";

const batch = 250_000;
/** Orders of a day, and of a person, among the old ones. */
const ofDay = 20_000;
const ofPerson = 500;

type Over = Readonly<Record<string, string>>;
const dayMs = 86_400_000;
const orderId = "'ord_0a' || lpad(n::text, 18, '0')";
/** Before today, a day for so many orders. */
const back = `(${dayMs}::bigint * (2 + n / ${ofDay}))`;

/** Columns in which an old order differs from the placed one that it is copied from. */
const ofOrder: Over = {
  order_id: orderId,
  account_id: `'acc_0old' || lpad((n / ${ofPerson})::text, 16, '0')`,
  idempotency_key: "'old-' || lpad(n::text, 16, '0')",
  day: `to_char(to_timestamp((t.placed_at - ${back}) / 1000) at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`,
  version: "7",
  fulfilment: "'completed'",
  payment: "'paid'",
  rider_id: "'acc_0rider' || lpad((n % 100)::text, 14, '0')",
  placed_at: `t.placed_at - ${back}`,
  pay_by: `t.pay_by - ${back}`,
  paid_at: `t.placed_at - ${back} + 60000`,
  accepted_at: `t.placed_at - ${back} + 120000`,
  ready_at: `t.placed_at - ${back} + 600000`,
  delivered_at: `t.placed_at - ${back} + 1200000`,
};
const copies: readonly { table: string; over: Over; times: number }[] = [
  { table: "orders", over: ofOrder, times: 1 },
  { table: "order_line", over: { order_id: orderId }, times: 1 },
  // Three steps stand for the seven of a whole story.
  { table: "order_step", over: { order_id: orderId, version: "v", at: `t.at - ${back}` }, times: 3 },
];

/** Indexes that no constraint needs: they are built once, at the end. */
async function dropIndexes(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid in ('orders'::regclass, 'order_line'::regclass, 'order_step'::regclass)
      and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`;
  for (const { name } of rows) await sql.unsafe(`drop index ${name}`);
  return rows.map((row) => row.definition);
}

/**
 * Copies one placed order into so many completed ones of the last years, with lines and steps. Their events are not written: the product
 * forgets handled ones after ninety days.
 */
export async function loadOldOrders(
  sql: Sql,
  campusId: CampusId,
  how: { template: string; count: number; say: (line: string) => void },
): Promise<void> {
  const { template, count, say } = how;
  const indexes = await dropIndexes(sql);
  const columns = new Map<string, string[]>();
  for (const { table } of copies) {
    const rows = await sql<{ name: string }[]>`
      select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`;
    columns.set(
      table,
      rows.map((row) => row.name),
    );
  }
  // Whole old orders are written together, so no reference needs to be looked up.
  await sql.unsafe("set session_replication_role = replica");
  for (let from = 1; from <= count; from += batch) {
    const until = Math.min(count, from + batch - 1);
    for (const { table, over, times } of copies) {
      const names = columns.get(table) ?? [];
      await sql.unsafe(
        `insert into ${table} (${names.join(", ")})
        select ${names.map((name) => over[name] ?? `t.${name}`).join(", ")}
        from generate_series(${from}::int, ${until}::int) n, generate_series(1, ${times}) v, ${table} t
        where t.campus_id = $1 and t.order_id = $2`,
        [campusId, template],
      );
    }
    if (until % (batch * 4) === 0) say(`  ${until.toLocaleString("en")} old orders`);
  }
  await sql.unsafe("set session_replication_role = origin");
  for (const definition of indexes) {
    say(`  ${definition}`);
    await sql.unsafe(definition);
  }
  await sql.unsafe("vacuum analyze orders, order_line, order_step");
}
