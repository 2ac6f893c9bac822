import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { alone, type Session } from "./alone.ts";
import type { Sql } from "./connection.ts";

/**
 * One step of the schema; steps of a module run in the order of their names and are never edited once released.
 * `live` steps run outside a transaction, statement by statement, while everything else goes on (indexes of large tables,
 * validation of constraints); each statement must be repeatable, because a crash may leave any of them done.
 */
export type Migration = {
  readonly module: string;
  readonly name: string;
  readonly sql: string;
  readonly live?: boolean;
};

/** The `NNNN-name.sql` and `NNNN-name.live.sql` files of a folder. */
export function migrationsIn(module: string, folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+(\.live)?\.sql$/.test(file))
    .sort()
    .map((file) => ({
      module,
      name: file.replace(/(\.live)?\.sql$/, ""),
      sql: readFileSync(path.join(folder, file), "utf8"),
      live: file.endsWith(".live.sql"),
    }));
}

const checksum = (text: string) => createHash("sha256").update(text).digest("hex");
/** Any number that no other use of advisory locks shares. */
const lockKey = 7_317_001;

const remember = (session: Session, { module, name, sql }: Migration) =>
  session`insert into schema_migration (module, name, checksum) values (${module}, ${name}, ${checksum(sql)})`;

/** PostgreSQL's codes for a lock that was not to be had in time, and for two that waited for each other. */
const inTheWay = new Set(["55P03", "40P01"]);
const lockTries = 10;

/**
 * A change of a table waits for whoever reads it, and everybody else then waits behind the change: after two seconds it gives
 * way, lets the others pass and tries again.
 */
async function runAtOnce(session: Session, step: Migration): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    await session.unsafe("begin; set local lock_timeout = '2s'");
    try {
      await session.unsafe(step.sql);
      await remember(session, step);
      await session.unsafe("commit");
      return;
    } catch (error) {
      await session.unsafe("rollback");
      if (!inTheWay.has((error as { code?: string }).code ?? "") || tried === lockTries) throw error;
      await setTimeout(500 * tried);
    }
  }
}

async function runLive(session: Session, step: Migration): Promise<void> {
  const statements = step.sql
    .split(/;\s*$/m)
    .filter((text) => /^\s*[a-z]/im.test(text.replace(/--.*$/gm, "")));
  for (const statement of statements) await session.unsafe(statement);
  await remember(session, step);
}

/**
 * Applies what is missing, each step in a transaction of its own (or live); safe when several processes start at once.
 * Throws where a step that has been applied reads differently now.
 * @returns the names of the steps that were applied
 */
export async function migrate(sql: Sql, migrations: readonly Migration[]): Promise<string[]> {
  const applied: string[] = [];
  await alone(sql, lockKey, async (session) => {
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
      try {
        await (step.live ? runLive(session, step) : runAtOnce(session, step));
      } catch (cause) {
        throw new Error(`migration ${label} failed: ${(cause as Error).message}`, { cause });
      }
      applied.push(label);
    }
  });
  return applied;
}
