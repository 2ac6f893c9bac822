import type { Queryable } from "@sanqi/database";
import type { CampusId, ShopId } from "@sanqi/kernel";
import type { Shop } from "../domain/index.ts";
import type { StoredDish } from "../use-cases/ports.ts";

/** `menuVersion` counts every change of the shop or its dishes, `version` those that people made to the shop itself. */
export type ReadShop = { readonly shop: Shop; readonly menuVersion: number; readonly version: number };
type ShopRow = Omit<Shop, "point"> & Omit<ReadShop, "shop"> & { readonly lon: number; readonly lat: number };

export async function readShops(
  sql: Queryable,
  campusId: CampusId,
  shopIds: readonly ShopId[],
): Promise<ReadShop[]> {
  const rows = await sql<ShopRow[]>`
    select shop_id, key, name, name_en, category, category_en, notice, notice_en, promotion, promotion_en, halal,
      building_id, building_name, building_name_en, lon, lat, hours, exceptions, paused, handovers, slots,
      min_order_fen, packing_fen, delivery_fee_fen, delivery_tariff, prep_minutes, menu_version, version
    from shop where campus_id = ${campusId} and shop_id = any(${shopIds}::text[])`;
  return rows.map(({ menuVersion, version, lon, lat, ...shop }) => ({
    menuVersion,
    version,
    shop: { ...shop, point: [lon, lat] },
  }));
}

/** Dishes of the shops in the order of their menus. */
export async function readDishes(
  sql: Queryable,
  campusId: CampusId,
  shopIds: readonly ShopId[],
): Promise<(StoredDish & { readonly version: number })[]> {
  const rows = await sql<(StoredDish & { readonly version: number })[]>`
    select dish_id, shop_id, name, name_en, description, description_en, category, category_en, price_fen, art, picture_id, labels,
      allergens, options, daily_stock, sold_out_day, sold_out_choices, version
    from dish where campus_id = ${campusId} and shop_id = any(${shopIds}::text[]) order by position, dish_id`;
  return rows.map(withChoiceStock);
}

/** Choices that were written before they could have a stock of their own have none. */
const withChoiceStock = <D extends Pick<StoredDish, "options">>(dish: D): D => ({
  ...dish,
  options: dish.options.map((group) => ({
    ...group,
    choices: group.choices.map((choice) => ({ ...choice, dailyStock: choice.dailyStock ?? null })),
  })),
});
