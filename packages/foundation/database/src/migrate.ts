import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Sql } from "./connection.ts";

/** One step of the schema; steps of a module run in the order of their names and are never edited once released. */
export type Migration = { readonly module: string; readonly name: string; readonly sql: string };

/** The `NNNN-name.sql` files of a folder. */
export function migrationsIn(module: string, folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => ({ module, name: file.slice(0, -4), sql: readFileSync(path.join(folder, file), "utf8") }));
}

const checksum = (text: string) => createHash("sha256").update(text).digest("hex");
/** Any number that no other use of advisory locks shares. */
const lockKey = 7_317_001;

/**
 * Applies what is missing, each step in a transaction of its own; safe when several processes start at once.
 * Throws where a step that has been applied reads differently now.
 * @returns the names of the steps that were applied
 */
export async function migrate(sql: Sql, migrations: readonly Migration[]): Promise<string[]> {
  const applied: string[] = [];
  const session = await sql.reserve();
  try {
    await session`select pg_advisory_lock(${lockKey})`;
    await session.unsafe(`create table if not exists schema_migration (
      module text not null, name text not null, checksum text not null, applied_at timestamptz not null default now(),
      primary key (module, name))`);
    const rows = await session<
      { module: string; name: string; checksum: string }[]
    >`select module, name, checksum from schema_migration`;
    const known = new Map(rows.map((row) => [`${row.module}/${row.name}`, row.checksum]));
    for (const step of migrations) {
      const label = `${step.module}/${step.name}`;
      const before = known.get(label);
      if (before === checksum(step.sql)) continue;
      if (before)
        throw new Error(
          `migration ${label} was applied with other content: restore the file, add a new step instead`,
        );
      await session.unsafe("begin");
      try {
        await session.unsafe(step.sql);
        await session`insert into schema_migration (module, name, checksum) values (${step.module}, ${step.name}, ${checksum(step.sql)})`;
        await session.unsafe("commit");
      } catch (cause) {
        await session.unsafe("rollback");
        throw new Error(`migration ${label} failed: ${(cause as Error).message}`, { cause });
      }
      applied.push(label);
    }
  } finally {
    // Also after a failure: the connection goes back to the pool, and the lock must not stay with it.
    await session`select pg_advisory_unlock(${lockKey})`.catch(() => undefined);
    session.release();
  }
  return applied;
}
