import type { Editor, MenuEditing } from "@sanqi/catalog/use-cases";
import { demoShops } from "../../demo/menu.ts";
import type { DemoIds } from "./demo-ids.ts";

/** The demo's tables; a shop that has any keeps its own. */
export async function seedTables(
  editing: Pick<MenuEditing, "menu" | "setTable">,
  { ids, by }: { ids: DemoIds; by: Omit<Editor, "shopIds" | "campusId"> },
): Promise<void> {
  for (const { key, tables = [] } of demoShops) {
    const shopId = ids.shops.of(key);
    const editor: Editor = { ...by, campusId: ids.campusId, shopIds: [shopId] };
    const menu = await editing.menu(editor, shopId);
    if (!menu.ok || menu.value.tables.length > 0) continue;
    for (const name of tables) await editing.setTable(editor, { shopId, tableId: null, name });
  }
}
