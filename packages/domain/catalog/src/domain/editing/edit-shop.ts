import { chinaDay, err, ok, type Result, type TableId } from "@sanqi/kernel";
import { dayAfter } from "../opening-spans.ts";
import type { Pause } from "../shop.ts";
import {
  type EditableShop,
  type EditError,
  firstBroken,
  type KeptMenu,
  type MenuEdit,
  type TableDraft,
} from "./edits.ts";
import { shopProblem } from "./shop-rules.ts";

type Edited = Result<MenuEdit, EditError>;
const maxTables = 300;

/** Changes some facts of the shop; `version`: the shop as its editor saw it. Exceptions of past days are dropped. */
export function changeShop(
  menu: KeptMenu,
  { change, version }: { readonly change: Partial<EditableShop>; readonly version: number },
  now: number,
): Edited {
  if (menu.version !== version) return err({ kind: "menuChanged" });
  // Yesterday's hours may reach into today.
  const firstDay = dayAfter(chinaDay(now), -1);
  const exceptions = change.exceptions?.filter(({ day }) => day >= firstDay);
  return shopChanged(menu, exceptions ? { ...change, exceptions } : change, now);
}

/** Closes for now or opens again; whoever is in a hurry need not have seen the newest version. */
export const pauseShop = (menu: KeptMenu, paused: Pause | null, now: number): Edited =>
  shopChanged(menu, { paused }, now);

function shopChanged(menu: KeptMenu, after: Partial<EditableShop>, now: number): Edited {
  const problem = shopProblem({ ...menu.shop, ...after }, after, now);
  if (problem) return err(problem);
  const keys = Object.keys(after) as (keyof EditableShop)[];
  const before = Object.fromEntries(keys.map((key) => [key, menu.shop[key]])) as Partial<EditableShop>;
  return ok({ kind: "shopChanged", before, after });
}

/** Adds a table or gives a known one another name. */
export function setTable(menu: KeptMenu, table: TableDraft): Edited {
  const before = menu.tables.find(({ tableId }) => tableId === table.tableId) ?? null;
  const others = menu.tables.filter((other) => other !== before);
  const problem = firstBroken([
    [table.name !== "", "name", "请填写桌号", "Give the table a name"],
    [!others.some(({ name }) => name === table.name), "name", "桌号重复", "Another table has this name"],
    [
      others.length < maxTables,
      "table",
      `一家店最多 ${maxTables} 张桌`,
      `A shop has at most ${maxTables} tables`,
    ],
  ]);
  return problem ? err(problem) : ok({ kind: "tableSet", before, table });
}

/** Its printed code then leads nowhere. */
export function removeTable(menu: KeptMenu, tableId: TableId): Edited {
  const table = menu.tables.find((other) => other.tableId === tableId);
  return table ? ok({ kind: "tableRemoved", table }) : err({ kind: "tableNotFound" });
}
