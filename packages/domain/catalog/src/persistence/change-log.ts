import { isDeepStrictEqual } from "node:util";
import { json, type Queryable } from "@sanqi/database";
import type { MenuEdit } from "../domain/index.ts";
import type { RecordedChange } from "../use-cases/ports.ts";

/** One row of the log: who, when, what, from what to what. */
export async function writeChange(sql: Queryable, change: RecordedChange): Promise<void> {
  const { by, shopId, at, kind, subject, before, after } = change;
  await sql`insert into catalog_change ${sql({
    campusId: by.campusId,
    shopId,
    at,
    accountId: by.accountId,
    actorName: by.name,
    kind,
    subject,
    before: before === null ? null : json(sql, before),
    after: after === null ? null : json(sql, after),
  })}`;
}

type Told = Pick<RecordedChange, "kind" | "subject" | "before" | "after">;

/** An edit as the log tells it. */
export function changeOf(edit: MenuEdit): Told {
  switch (edit.kind) {
    case "dishAdded":
    case "dishRestored":
      return { kind: edit.kind, subject: edit.dish.dishId, before: null, after: edit.dish };
    case "dishChanged":
      return { kind: edit.kind, subject: edit.dish.dishId, ...differing(edit.before, edit.dish) };
    case "dishRemoved":
      return { kind: edit.kind, subject: edit.dish.dishId, before: edit.dish, after: null };
    case "categoriesChanged":
      return { kind: edit.kind, subject: null, before: edit.before, after: edit.after };
    case "shopChanged":
      return { kind: edit.kind, subject: null, ...differing(edit.before, edit.after) };
    case "tableSet":
      return { kind: edit.kind, subject: edit.table.tableId, before: edit.before, after: edit.table };
    case "tableRemoved":
      return { kind: edit.kind, subject: edit.table.tableId, before: edit.table, after: null };
  }
}

/** Only what changed, so that the log can be read. */
function differing(before: object, after: object): { before: object; after: object } {
  const old = new Map(Object.entries(before));
  const changed = Object.entries(after).filter(([key, value]) => !isDeepStrictEqual(value, old.get(key)));
  return {
    before: Object.fromEntries(changed.map(([key]) => [key, old.get(key) ?? null])),
    after: Object.fromEntries(changed),
  };
}
