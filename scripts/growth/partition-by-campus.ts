import { inTransaction, type Sql, type Tx } from "@sanqi/database";

/** What is written down anew for a partitioned table, in the words of PostgreSQL itself. */
type Definitions = {
  readonly tables: readonly string[];
  /** Primary keys and unique constraints, then indexes, foreign keys and triggers: each needs those before it. */
  readonly statements: readonly string[];
};

const tablesOf = (sql: Tx) => sql<{ name: string }[]>`
  select c.relname as name from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'campus_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;

const definitionsOf = (sql: Tx, tables: readonly string[]) => sql<{ statement: string }[]>`
  with told as (select oid, relname from pg_class
    where relnamespace = 'public'::regnamespace and relname = any(${[...tables]}::text[]))
  select statement from (
    select case k.contype when 'f' then 3 else 1 end as turn, k.conname as name,
      format('alter table %I add constraint %I %s', relname, k.conname, pg_get_constraintdef(k.oid)) as statement
    from told join pg_constraint k on k.conrelid = told.oid where k.contype in ('p', 'u', 'f')
    union all
    select 2, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
    from told join pg_index i on i.indrelid = told.oid
    where not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
    union all
    select 4, t.tgname, pg_get_triggerdef(t.oid)
    from told join pg_trigger t on t.tgrelid = told.oid where not t.tgisinternal) d
  order by turn, name`;

async function read(tx: Tx): Promise<Definitions> {
  const tables = (await tablesOf(tx)).map((row) => row.name);
  const statements = (await definitionsOf(tx, tables)).map((row) => row.statement);
  return { tables, statements };
}

/** A partition's name tells whose it is: `orders__home`. */
export const partitionOf = /^(.+)__([a-z]+)$/;

/**
 * Makes every table of a migrated, still empty database that knows campuses anew, partitioned by campus, with the same keys,
 * checks, indexes and triggers.
 * @param campuses the campus whose rows each partition holds, by the partition's name
 * @returns the tables
 */
export async function partitionByCampus(
  sql: Sql,
  campuses: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  return inTransaction(sql, async (tx) => {
    const { tables, statements } = await read(tx);
    await tx.unsafe("create schema whole");
    for (const table of tables) {
      const [row] = await tx<{ there: boolean }[]>`select exists (select 1 from ${tx(table)}) as there`;
      if (row?.there) throw new Error(`${table} has rows: they would be lost`);
      await tx.unsafe(`alter table ${table} set schema whole`);
      await tx.unsafe(`create table ${table} (like whole.${table} including defaults including constraints
        including generated including identity including storage) partition by list (campus_id)`);
      for (const [name, campusId] of Object.entries(campuses))
        await tx.unsafe(`create table ${table}__${name} partition of ${table} for values in ('${campusId}')`);
    }
    for (const statement of statements) await tx.unsafe(statement);
    await tx.unsafe("drop schema whole cascade");
    return tables;
  });
}
