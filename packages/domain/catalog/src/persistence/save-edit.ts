import { json, type Tx } from "@sanqi/database";
import type { CampusId, DishId, ShopId } from "@sanqi/kernel";
import type { DishContent, EditableShop, KeptDish, MenuEdit } from "../domain/index.ts";

type Place = { readonly campusId: CampusId; readonly shopId: ShopId; readonly at: number };

/** Writes one change of a menu and gives the menu a new version; the shop's row is locked. */
export async function saveEdit(tx: Tx, place: Place, edit: MenuEdit): Promise<void> {
  await write(tx, place, edit);
  if ("order" in edit && edit.order) await arrange(tx, place, edit.order);
  await tx`update shop set menu_version = menu_version + 1, updated_at = ${place.at}
    where campus_id = ${place.campusId} and shop_id = ${place.shopId}`;
}

async function write(tx: Tx, place: Place, edit: MenuEdit): Promise<void> {
  const { campusId, shopId } = place;
  switch (edit.kind) {
    case "dishAdded":
      return insertDish(tx, place, edit.dish, 1);
    case "dishRestored":
      return restore(tx, place, edit.dish);
    case "dishChanged":
      await tx`update dish set ${tx(dishColumns(tx, edit.dish))}, version = version + 1
        where campus_id = ${campusId} and dish_id = ${edit.dish.dishId}`;
      return;
    case "dishRemoved":
      return removeDish(tx, place, edit.dish);
    case "categoriesChanged":
      return rename(tx, place, edit.after);
    case "shopChanged":
      return changeShop(tx, place, edit.after);
    case "tableSet": {
      const { tableId, name } = edit.table;
      await tx`insert into shop_table ${tx({ campusId, shopId, tableId, name })}
        on conflict (campus_id, table_id) do update set name = excluded.name`;
      return;
    }
    case "tableRemoved":
      await tx`delete from shop_table where campus_id = ${campusId} and table_id = ${edit.table.tableId}`;
  }
}

const dishColumns = (tx: Tx, { dishId: _, labels, allergens, options, ...words }: DishContent) => ({
  ...words,
  labels: json(tx, labels),
  allergens: json(tx, allergens),
  options: json(tx, options),
});

async function insertDish(tx: Tx, place: Place, dish: DishContent, version: number): Promise<void> {
  const { campusId, shopId } = place;
  // Its position follows with the order of the whole menu.
  const row = { ...dishColumns(tx, dish), campusId, shopId, dishId: dish.dishId, version, position: 0 };
  await tx`insert into dish ${tx(row)}`;
}

/** Takes the dish off the menu and keeps it, so that it can be put back. */
export async function removeDish(tx: Tx, place: Place, { version, ...dish }: KeptDish): Promise<void> {
  const { campusId, shopId, at } = place;
  const row = { campusId, shopId, dishId: dish.dishId, dish: json(tx, dish), version, removedAt: at };
  await tx`insert into removed_dish ${tx(row)} on conflict (campus_id, dish_id) do update set
    dish = excluded.dish, version = excluded.version, removed_at = excluded.removed_at`;
  await tx`delete from dish where campus_id = ${campusId} and dish_id = ${dish.dishId}`;
}

async function restore(tx: Tx, place: Place, dish: DishContent): Promise<void> {
  const [removed] = await tx<{ version: number }[]>`delete from removed_dish
    where campus_id = ${place.campusId} and dish_id = ${dish.dishId} returning version`;
  await insertDish(tx, place, dish, (removed?.version ?? 0) + 1);
}

async function arrange(tx: Tx, { campusId, shopId }: Place, order: readonly DishId[]): Promise<void> {
  await tx`update dish d set position = o.no from unnest(${order}::text[]) with ordinality o (dish_id, no)
    where d.campus_id = ${campusId} and d.shop_id = ${shopId} and d.dish_id = o.dish_id`;
}

/** In one statement, so that two categories can exchange their names. */
async function rename(
  tx: Tx,
  { campusId, shopId }: Place,
  categories: readonly { was: string; name: string; nameEn: string }[],
): Promise<void> {
  const [was, names, english] = [
    categories.map((one) => one.was),
    categories.map((one) => one.name),
    categories.map((one) => one.nameEn),
  ];
  await tx`update dish d set category = o.name, category_en = o.name_en, version = version + 1
    from unnest(${was}::text[], ${names}::text[], ${english}::text[]) o (was, name, name_en)
    where d.campus_id = ${campusId} and d.shop_id = ${shopId} and d.category = o.was
      and (d.category, d.category_en) is distinct from (o.name, o.name_en)`;
}

const asJson = new Set<string>(["hours", "exceptions", "paused", "handovers", "slots", "deliveryTariff"]);

async function changeShop(tx: Tx, { campusId, shopId }: Place, change: Partial<EditableShop>): Promise<void> {
  const entries = Object.entries(change);
  const columns = Object.fromEntries(
    entries.map(([key, value]) => [key, asJson.has(key) && value !== null ? json(tx, value) : value]),
  ) as Record<string, string>;
  // A pause is no matter of versions: it must not get in the way of whoever is editing the hours.
  const seen = entries.some(([key]) => key !== "paused") ? 1 : 0;
  await tx`update shop set ${tx(columns)}, version = version + ${seen}
    where campus_id = ${campusId} and shop_id = ${shopId}`;
}
