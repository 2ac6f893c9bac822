import { inTransaction, type Sql } from "@sanqi/database";
import type { ShopId } from "@sanqi/kernel";
import type { Shop } from "../domain/index.ts";
import type { CatalogStore, StoredDish } from "../use-cases/ports.ts";
import { saveShops } from "./save-shops.ts";

type ShopRow = Omit<Shop, "point"> & {
  readonly lon: number;
  readonly lat: number;
  readonly menuVersion: number;
};

export function createCatalogStore(sql: Sql): CatalogStore {
  return {
    versions: (campusId) =>
      sql<{ shopId: ShopId; version: number }[]>`
        select shop_id, menu_version as version from shop where campus_id = ${campusId} order by position, shop_id`,
    async menus(campusId, shopIds) {
      // The version first: a change in between leaves an old number with newer dishes, and the next look reads them again.
      const shops = await sql<ShopRow[]>`
        select shop_id, key, name, name_en, category, category_en, notice, notice_en, promotion, promotion_en, halal,
          building_id, building_name, building_name_en, lon, lat, hours, min_order_fen, packing_fen, delivery_fee_fen, prep_minutes, menu_version
        from shop where campus_id = ${campusId} and shop_id = any(${shopIds}::text[])`;
      const dishes = await sql<StoredDish[]>`
        select dish_id, shop_id, name, name_en, description, description_en, category, category_en, price_fen, art, labels, allergens,
          options, daily_stock, sold_out_day
        from dish where campus_id = ${campusId} and shop_id = any(${shopIds}::text[]) order by position, dish_id`;
      return shops.map(({ menuVersion, lon, lat, ...shop }) => ({
        version: menuVersion,
        shop: { ...shop, point: [lon, lat] },
        dishes: dishes.filter((dish) => dish.shopId === shop.shopId),
      }));
    },
    setSoldOut: ({ campusId, shopIds, dishId, soldOutDay }) =>
      inTransaction(sql, async (tx) => {
        // The shop's row first, as every writer of menus does: two of them cannot block each other.
        const shops = await tx`
          update shop s set menu_version = s.menu_version + 1
          from dish d where d.campus_id = ${campusId} and d.dish_id = ${dishId} and d.shop_id = any(${shopIds}::text[])
            and s.campus_id = d.campus_id and s.shop_id = d.shop_id`;
        await tx`update dish set sold_out_day = ${soldOutDay} where campus_id = ${campusId} and dish_id = ${dishId}
          and shop_id = any(${shopIds}::text[])`;
        return shops.count === 1;
      }),
    save: (campusId, shops, dishes, at) =>
      inTransaction(sql, (tx) => saveShops(tx, campusId, { shops, dishes, at })),
  };
}
