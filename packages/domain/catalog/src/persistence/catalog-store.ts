import { inTransaction, json, type Sql } from "@sanqi/database";
import type { ShopId } from "@sanqi/kernel";
import type { ShopTable } from "../domain/index.ts";
import type { CatalogStore } from "../use-cases/ports.ts";
import { writeChange } from "./change-log.ts";
import type { ComingPortions } from "./coming-portions.ts";
import { readDishes, readShops } from "./read-menus.ts";
import { saveShops } from "./save-shops.ts";

export function createCatalogStore(sql: Sql, portions: ComingPortions): CatalogStore {
  return {
    versions: (campusId) =>
      sql<{ shopId: ShopId; version: number }[]>`
        select shop_id, menu_version as version from shop where campus_id = ${campusId} order by position, shop_id`,
    async menus(campusId, shopIds) {
      // The version first: a change in between leaves an old number with newer dishes, and the next look reads them again.
      const shops = await readShops(sql, campusId, shopIds);
      const dishes = await readDishes(sql, campusId, shopIds);
      return shops.map(({ menuVersion, version: _shop, shop }) => ({
        version: menuVersion,
        shop,
        dishes: dishes
          .filter((dish) => dish.shopId === shop.shopId)
          .map(({ version: _dish, ...dish }) => dish),
      }));
    },
    setSoldOut: ({ by, dishId, choice, soldOutDay, at }) =>
      inTransaction(sql, async (tx) => {
        // The shop's row first, as every writer of menus does: two of them cannot block each other.
        const { campusId, shopIds } = by;
        const [shop] = await tx<{ shopId: ShopId }[]>`
          update shop s set menu_version = s.menu_version + 1
          from dish d where d.campus_id = ${campusId} and d.dish_id = ${dishId} and d.shop_id = any(${shopIds}::text[])
            and s.campus_id = d.campus_id and s.shop_id = d.shop_id
            and (${choice}::text is null or exists (
              select 1 from jsonb_array_elements(d.options) g, jsonb_array_elements(g -> 'choices') c
              where (g ->> 'key') || ':' || (c ->> 'key') = ${choice}))
          returning s.shop_id`;
        if (!shop) return false;
        const change =
          choice === null
            ? tx`sold_out_day = ${soldOutDay}`
            : soldOutDay === null
              ? tx`sold_out_choices = sold_out_choices - ${choice}::text`
              : tx`sold_out_choices = sold_out_choices || ${json(tx, { [choice]: soldOutDay })}`;
        await tx`update dish set ${change} where campus_id = ${campusId} and dish_id = ${dishId}`;
        const subject = choice === null ? dishId : `${dishId} ${choice}`;
        const after = { soldOut: soldOutDay !== null };
        await writeChange(tx, {
          by,
          shopId: shop.shopId,
          at,
          kind: "soldOutSet",
          subject,
          before: null,
          after,
        });
        return true;
      }),
    save: (campusId, content) => inTransaction(sql, (tx) => saveShops(tx, { campusId, portions }, content)),
    async table(campusId, tableId) {
      const [table] = await sql<ShopTable[]>`
        select table_id, shop_id, name from shop_table where campus_id = ${campusId} and table_id = ${tableId}`;
      return table ?? null;
    },
  };
}
