import { isDeepStrictEqual } from "node:util";
import { json, type Queryable } from "@sanqi/database";
import type { MenuEdit } from "../domain/index.ts";
import type { RecordedChange } from "../use-cases/ports.ts";

/** One row of the log: who, when, what, from what to what. */
export const writeChange = (sql: Queryable, change: RecordedChange): Promise<void> =>
  writeChanges(sql, [change]);

/** A statement takes at most 65,534 parameters. */
const batch = 1_000;

/** Several rows in their order. */
export async function writeChanges(sql: Queryable, changes: readonly RecordedChange[]): Promise<void> {
  const rows = changes.map(({ by, before, after, ...told }) => ({
    ...told,
    campusId: by.campusId,
    accountId: by.accountId,
    actorName: by.name,
    before: before === null ? null : json(sql, before),
    after: after === null ? null : json(sql, after),
  }));
  for (let at = 0; at < rows.length; at += batch)
    await sql`insert into catalog_change ${sql(rows.slice(at, at + batch))}`;
}

export type Told = Pick<RecordedChange, "kind" | "subject" | "before" | "after">;

/** An edit as the log tells it. */
export function changeOf(edit: MenuEdit): Told {
  switch (edit.kind) {
    case "dishAdded":
    case "dishRestored":
      return { kind: edit.kind, subject: edit.dish.dishId, before: null, after: edit.dish };
    case "dishChanged":
      return { kind: edit.kind, subject: edit.dish.dishId, ...(differing(edit.before, edit.dish) ?? same) };
    case "dishRemoved":
      return { kind: edit.kind, subject: edit.dish.dishId, before: edit.dish, after: null };
    case "categoriesChanged":
      return { kind: edit.kind, subject: null, before: edit.before, after: edit.after };
    case "shopChanged":
      return { kind: edit.kind, subject: null, ...(differing(edit.before, edit.after) ?? same) };
    case "tableSet":
      return { kind: edit.kind, subject: edit.table.tableId, before: edit.before, after: edit.table };
    case "tableRemoved":
      return { kind: edit.kind, subject: edit.table.tableId, before: edit.table, after: null };
  }
}

/** Somebody saved what was there already. */
const same = { before: {}, after: {} };

/** Only what changed, so that the log can be read; null: nothing. */
export function differing(before: object, after: object): { before: object; after: object } | null {
  const old = new Map(Object.entries(before));
  const changed = Object.entries(after).filter(([key, value]) => !isDeepStrictEqual(value, old.get(key)));
  if (changed.length === 0) return null;
  return {
    before: Object.fromEntries(changed.map(([key]) => [key, old.get(key) ?? null])),
    after: Object.fromEntries(changed),
  };
}
