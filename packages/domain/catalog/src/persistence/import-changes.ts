import type { Tx } from "@sanqi/database";
import type { CampusId, DishId, ShopId } from "@sanqi/kernel";
import type { KeptDish, Shop } from "../domain/index.ts";
import type { RecordedChange } from "../use-cases/ports.ts";
import { differing, type Told } from "./change-log.ts";
import { readDishes, readShops } from "./read-menus.ts";

/** Shops with their dishes as they are kept. */
export type KnownMenus = {
  readonly shops: ReadonlyMap<ShopId, Shop>;
  readonly dishes: ReadonlyMap<DishId, { readonly shopId: ShopId; readonly dish: KeptDish }>;
};

export async function readKnown(tx: Tx, campusId: CampusId, shopIds: readonly ShopId[]): Promise<KnownMenus> {
  const shops = await readShops(tx, campusId, shopIds);
  const dishes = await readDishes(tx, campusId, shopIds);
  return {
    shops: new Map(shops.map(({ shop }) => [shop.shopId, shop])),
    dishes: new Map(
      dishes.map(({ shopId, soldOutDay: _day, soldOutChoices: _choices, ...dish }) => [
        dish.dishId,
        { shopId, dish },
      ]),
    ),
  };
}

type Around = { readonly campusId: CampusId; readonly at: number; readonly restored: ReadonlySet<DishId> };

/** What an import did to menus that were there before, one row of the log for each shop and dish that differs now. */
export function importChanges(
  before: KnownMenus,
  after: KnownMenus,
  { campusId, at, restored }: Around,
): RecordedChange[] {
  const by = { campusId, accountId: null, name: "导入 Import" };
  const changes: RecordedChange[] = [];
  const tell = (shopId: ShopId, told: Told) => void changes.push({ by, shopId, at, ...told });
  for (const [shopId, shop] of before.shops) {
    const told = differing(shop, after.shops.get(shopId) ?? shop);
    if (told) tell(shopId, { kind: "shopChanged", subject: null, ...told });
  }
  for (const [subject, { shopId, dish }] of before.dishes) {
    const now = after.dishes.get(subject);
    if (!now) tell(shopId, { kind: "dishRemoved", subject, before: dish, after: null });
    const told = now && differing(content(dish), content(now.dish));
    if (told) tell(shopId, { kind: "dishChanged", subject, ...told });
  }
  for (const [subject, { shopId, dish }] of after.dishes) {
    if (before.dishes.has(subject)) continue;
    const kind = restored.has(subject) ? "dishRestored" : "dishAdded";
    tell(shopId, { kind, subject, before: null, after: content(dish) });
  }
  return changes;
}

const content = ({ version: _, ...dish }: KeptDish) => dish;
