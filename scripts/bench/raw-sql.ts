import type { RawRow } from "./raw-rows.ts";

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A text of the placed order as an SQL expression in which what differs from order to order is a variable. */
export function expressionFor(
  { value, type }: { value: string | null; type: string },
  variables: ReadonlyMap<string, string>,
): string {
  if (value === null) return "null";
  for (const [text, variable] of variables) {
    const at = value.indexOf(text);
    if (at < 0) continue;
    const parts = [value.slice(0, at), value.slice(at + text.length)].map((part) =>
      part === "" ? "" : expressionFor({ value: part, type: "text" }, variables),
    );
    const whole = [parts[0], variable, parts[1]].filter(Boolean).join(" || ");
    return type === "text" ? whole : `(${whole})::${type}`;
  }
  return type === "text" ? literal(value) : `${literal(value)}::${type}`;
}

const namesOf = (row: RawRow) => row.columns.map((column) => `"${column.name}"`).join(", ");
const valuesOf = (row: RawRow, variables: ReadonlyMap<string, string>) =>
  row.columns.map((column) => expressionFor(column, variables)).join(", ");

export type RawOrder = {
  readonly rows: readonly RawRow[];
  readonly campusId: string;
  readonly day: string;
  /** What is different in each order: text in the placed order → name of the SQL variable. */
  readonly variables: ReadonlyMap<string, string>;
  /** The two dishes of each cart, in the order in which their rows are locked. */
  readonly pairs: readonly (readonly [string, string])[];
};

const textArray = (texts: readonly string[]) => `array[${texts.map(literal).join(", ")}]`;
/** As the product's ids: the time first, so that indexes grow at their ends, then chance. */
const newId = (prefix: string) =>
  `'${prefix}_' || to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint) || substr(md5(random()::text), 1, 9)`;
const fresh: Readonly<Record<string, string>> = {
  v_order: newId("ord"),
  v_event: newId("evt"),
  v_account: "'acc_raw' || lpad((random() * 1000000000)::bigint::text, 17, '0')",
  v_key: "md5(random()::text)",
};

/** All rows of an order written by one plpgsql function; the shelves come last, so that they are locked shortest. */
export function rawFunction(order: RawOrder): string {
  const inserts = order.rows.map(
    (row) => `insert into ${row.table} (${namesOf(row)}) values (${valuesOf(row, order.variables)});`,
  );
  const take = (dish: string) =>
    `update dish_stock set left_count = left_count - 1 where campus_id = ${literal(order.campusId)} and dish_id = ${dish} and day = ${literal(order.day)} and left_count >= 1;
  if not found then raise 'sold out'; end if;`;
  return `create or replace function bench_place(p_cart integer) returns void language plpgsql as $bench$
declare
  v_first text := (${textArray(order.pairs.map(([first]) => first))})[p_cart];
  v_second text := (${textArray(order.pairs.map(([, second]) => second))})[p_cart];
${Object.entries(fresh)
  .map(([name, made]) => `  ${name} text := ${made};`)
  .join("\n")}
begin
  ${inserts.join("\n  ")}
  ${take("v_first")}
  ${take("v_second")}
end $bench$`;
}

/** The same rows by one statement; pgbench sets :cart. */
export function rawStatement(order: RawOrder): string {
  const steps = order.rows.map(
    (row, n) =>
      `w${n} as (insert into ${row.table} (${namesOf(row)}) select ${valuesOf(row, order.variables)} from fresh)`,
  );
  const makes = Object.entries(fresh)
    .map(([name, made]) => `${made} as ${name}`)
    .join(", ");
  return `with fresh as materialized (select first as v_first, second as v_second, ${makes}
  from bench_cart where n = :cart),
${steps.join(",\n")},
shelf as (select s.campus_id, s.dish_id, s.day from dish_stock s, fresh
  where s.campus_id = ${literal(order.campusId)} and s.day = ${literal(order.day)} and s.dish_id in (v_first, v_second)
  order by s.dish_id for update of s)
update dish_stock s set left_count = s.left_count - 1 from shelf
where s.campus_id = shelf.campus_id and s.dish_id = shelf.dish_id and s.day = shelf.day;`.replaceAll(
    /\s*\n\s*/g,
    " ",
  );
}

/** Carts by number, for the statement. */
export const rawCarts = (order: RawOrder): string =>
  `create table if not exists bench_cart (n integer primary key, first text not null, second text not null);
  truncate bench_cart;
  insert into bench_cart select n, first, second from unnest(${textArray(order.pairs.map(([a]) => a))}, ${textArray(order.pairs.map(([, b]) => b))})
    with ordinality as c (first, second, n)`;
