import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrations } from "./migrations.ts";

/**
 * What an engine that distributes tables by campus (Citus: `create_distributed_table(table, 'campus_id')`) demands of the
 * schema beyond keys that start with the campus; see docs/decisions/0023. Partitions are tried in scripts/growth.
 */
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(migrations);
});
afterAll(() => db?.drop());

/** Counters that all campuses share: they stay with the coordinator, and nothing needs them to be without gaps. */
const sequences: Record<string, string> = {
  order_number: "a short number to call out at the counter; one that repeats after 26,000 orders anyway",
  outbox_position_seq: "the order of writing; only events of one order are compared by it",
};
/** Identity columns number the rows of one parent, which are of one campus; they never are a key by themselves. */
const identities = /_(entry|position|change_no|step_no)_seq$/;

/** Run once a statement and not once a row: such an engine makes them on each shard, which does for a plain refusal. */
const refusals = ["books_are_kept", "sharing_is_kept", "difference_step_is_kept"];

describe("a schema that is distributed by campus", () => {
  it("holds the campus in one type everywhere, and never leaves it open", async () => {
    const odd = await db.sql<{ column: string }[]>`
      select table_name || '.campus_id ' || data_type || ' ' || is_nullable as column from information_schema.columns
      where table_schema = 'public' and column_name = 'campus_id' and (data_type <> 'text' or is_nullable <> 'NO')`;
    expect([...odd]).toEqual([]);
  });

  it("keeps nothing apart by an exclusion, which no engine checks over several machines", async () => {
    expect([
      ...(await db.sql`select conname from pg_constraint where contype = 'x' and connamespace = 'public'::regnamespace`),
    ]).toEqual([]);
  });

  it("refers from campus to the same campus, and never lets go of it", async () => {
    const keys = await db.sql<{ name: string; paired: boolean; nulls: boolean }[]>`
      select conrelid::regclass || '.' || conname as name,
        exists (select 1 from unnest(conkey, confkey) as pair (here, there)
          join pg_attribute a on a.attrelid = conrelid and a.attnum = here
          join pg_attribute b on b.attrelid = confrelid and b.attnum = there
          where a.attname = 'campus_id' and b.attname = 'campus_id') as paired,
        confdeltype in ('n', 'd') or confupdtype <> 'a' as nulls
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key) => !key.paired || key.nulls).map((key) => key.name)).toEqual([]);
  });

  it("shares only counters that may have gaps and are compared within a campus only", async () => {
    const found = await db.sql<{ name: string; type: string }[]>`
      select sequencename as name, data_type::text as type from pg_sequences where schemaname = 'public' order by 1`;
    expect(
      found.filter(({ name }) => !(name in sequences) && !identities.test(name)).map((row) => row.name),
    ).toEqual([]);
    // A smaller type could not hold each machine's own range of numbers.
    expect(found.filter(({ type }) => type !== "bigint")).toEqual([]);
    const names = found.map((row) => row.name);
    expect(Object.keys(sequences).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("has triggers that look at their own row's campus, or refuse whatever comes", async () => {
    const triggers = await db.sql<{ name: string; source: string; eachRow: boolean }[]>`
      select p.proname as name, p.prosrc as source, bool_and(t.tgtype & 1 = 1) as each_row
      from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and c.relnamespace = 'public'::regnamespace group by 1, 2 order by 1`;
    expect(triggers.length).toBeGreaterThan(3);
    const looks = (source: string) => /\b(from|update|into)\b/i.test(source);
    const strangers = triggers.filter(({ name, source, eachRow }) =>
      refusals.includes(name)
        ? looks(source)
        : !eachRow || (looks(source) && !/(new|old)\.campus_id/.test(source)),
    );
    expect(strangers.map(({ name }) => name)).toEqual([]);
  });
});
