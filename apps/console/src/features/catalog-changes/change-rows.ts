import { fen, type Words, yuanText } from "@sanqi/kernel";
import type { CatalogChange } from "./use-changes.ts";

export const changeWords: Readonly<Record<CatalogChange["kind"], Words>> = {
  dishAdded: { zh: "新增菜品", en: "Dish added" },
  dishChanged: { zh: "修改菜品", en: "Dish changed" },
  dishRemoved: { zh: "移除菜品", en: "Dish removed" },
  dishRestored: { zh: "恢复菜品", en: "Dish put back" },
  categoriesChanged: { zh: "调整分类", en: "Categories arranged" },
  shopChanged: { zh: "修改店铺", en: "Shop changed" },
  tableSet: { zh: "设置桌号", en: "Table set" },
  tableRemoved: { zh: "移除桌号", en: "Table removed" },
  soldOutSet: { zh: "售罄开关", en: "Sold out or not" },
  leftSet: { zh: "改剩余份数", en: "Portions left set" },
};

export type ChangedField = { readonly field: string; readonly before: string; readonly after: string };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as a person reads it: fields that end in "Fen" are money. */
function text(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "—";
  if (field.endsWith("Fen") && typeof value === "number") return `¥${yuanText(fen(value))}`;
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

/** What differs, field by field; only where both sides say something, the rest is told by the kind of the change. */
export function changedFields({ before, after }: Pick<CatalogChange, "before" | "after">): ChangedField[] {
  if (!isRecord(before) || !isRecord(after)) {
    const plain = (value: unknown) => value !== null && value !== undefined && typeof value !== "object";
    return plain(before) || plain(after)
      ? [{ field: "", before: text("", before), after: text("", after) }]
      : [];
  }
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field, before: text(field, before[field]), after: text(field, after[field]) }))
    .filter((row) => row.before !== row.after);
}

/** The name of what was changed, where the log has it. */
export function subjectName({ before, after }: Pick<CatalogChange, "before" | "after">): string | null {
  for (const side of [after, before]) if (isRecord(side) && typeof side.name === "string") return side.name;
  return null;
}
