import { createHash } from "node:crypto";
import type { Queryable } from "@sanqi/database";
import { migrations } from "../../apps/bff/src/composition-root/migrations.ts";

export type SchemaState = {
  /** Steps of this release that the database has not seen. */
  readonly missing: readonly string[];
  /** Applied with other content than this release has. */
  readonly changed: readonly string[];
  /** Applied by a release that is newer than this one. */
  readonly unknown: readonly string[];
};

/** Compares what was applied to the database with what this release brings; changes nothing. */
export async function schemaState(sql: Queryable): Promise<SchemaState> {
  const [there] = await sql<
    { found: boolean }[]
  >`select to_regclass('schema_migration') is not null as found`;
  const rows = there?.found
    ? await sql<
        { module: string; name: string; checksum: string }[]
      >`select module, name, checksum from schema_migration`
    : [];
  const applied = new Map(rows.map((row) => [`${row.module}/${row.name}`, row.checksum]));
  const missing: string[] = [];
  const changed: string[] = [];
  for (const step of migrations) {
    const label = `${step.module}/${step.name}`;
    const before = applied.get(label);
    if (before === undefined) missing.push(label);
    else if (before !== createHash("sha256").update(step.sql).digest("hex")) changed.push(label);
    applied.delete(label);
  }
  return { missing, changed, unknown: [...applied.keys()] };
}
