import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrations } from "./migrations.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(migrations);
});
afterAll(() => db?.drop());

/** Tables that belong to no campus, each with its reason. */
const shared: Record<string, string> = {
  event_subscription: "which consumers run is a matter of the code, the same for every campus",
  job_worker: "which processes work on jobs; each works for all campuses",
  schema_migration: "the schema itself is one for all campuses",
};

describe("every table", () => {
  it("starts its primary key with campus_id, or is named here with its reason", async () => {
    const rows = await db.sql<{ table: string; first: string | null }[]>`
      select c.relname as table, (
        select a.attname from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
        where k.conrelid = c.oid and k.contype = 'p') as first
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter((r) => r.first !== "campus_id").map((r) => r.table)).toEqual(Object.keys(shared));
  });

  it("refers to others only within its campus", async () => {
    const keys = await db.sql<{ name: string; columns: string[]; target: string[] }[]>`
      select conrelid::regclass || '.' || conname as name,
        (select array_agg(attname::text) from pg_attribute where attrelid = conrelid and attnum = any(conkey)) as columns,
        (select array_agg(attname::text) from pg_attribute where attrelid = confrelid and attnum = any(confkey)) as target
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;
    expect(keys.length).toBeGreaterThan(10);
    expect(
      keys
        .filter((k) => !k.columns.includes("campus_id") || !k.target.includes("campus_id"))
        .map((k) => k.name),
    ).toEqual([]);
  });

  it("keeps what is unique unique within its campus", async () => {
    const indexes = await db.sql<{ name: string; first: string }[]>`
      select i.indexrelid::regclass::text as name, a.attname as first
      from pg_index i join pg_class t on t.oid = i.indrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where i.indisunique and not i.indisprimary and t.relnamespace = 'public'::regnamespace`;
    expect(indexes.length).toBeGreaterThan(3);
    expect(indexes.filter((i) => i.first !== "campus_id").map((i) => i.name)).toEqual([]);
  });

  it("that tells who decided what about money is written once, whoever asks for more", async () => {
    const kept = [
      ...["posting", "entry", "campus_terms", "shop_terms", "payout_step", "difference_step"],
      ...["share_receiver_change", "share_settlement"],
    ];
    for (const table of kept) {
      const refused = /never changed/;
      await expect(db.sql`update ${db.sql(table)} set campus_id = '' where false`).rejects.toThrow(refused);
      await expect(db.sql`delete from ${db.sql(table)} where false`).rejects.toThrow(refused);
    }
  });

  it("holds money as whole fen and time as epoch milliseconds", async () => {
    const wrong = await db.sql<{ column: string; type: string }[]>`
      select table_name || '.' || column_name as column, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name <> 'schema_migration' and (
        (column_name ~ '_fen$' and data_type <> 'bigint') or (column_name ~ '(_at|^at)$' and data_type <> 'bigint')
        or data_type in ('real', 'money', 'numeric') or (data_type = 'double precision' and column_name !~ '(lon|lat|west|east|north|south)$'))`;
    expect([...wrong]).toEqual([]);
  });
});
