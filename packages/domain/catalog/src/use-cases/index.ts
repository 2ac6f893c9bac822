import { type CampusId, err, ok } from "@sanqi/kernel";
import { byPromise, type Dish, type DishView, dishView, menuOrder } from "../domain/index.ts";
import type { CatalogUseCases, MenuSnapshot, Menus } from "./api.ts";
import { searchCatalog } from "./search-catalog.ts";
import { type CardDeps, shopCards } from "./shop-cards.ts";

export type * from "./api.ts";
export { createMenus } from "./menus.ts";
export type * from "./ports.ts";

export type CatalogDeps = CardDeps & { readonly menus: Menus };

export function createCatalogUseCases(deps: CatalogDeps): CatalogUseCases {
  const { menus, figures } = deps;
  const shopsOf = (snapshots: readonly MenuSnapshot[]) => snapshots.map((menu) => menu.shop);
  const viewsOf = async (campusId: CampusId, dishes: readonly Dish[]): Promise<DishView[]> => {
    const left = await figures.left(
      campusId,
      dishes.map((dish) => dish.dishId),
    );
    return dishes.map((dish) => dishView(dish, left.get(dish.dishId) ?? dish.dailyStock));
  };
  return {
    async shops(campusId, placeId) {
      const cards = await shopCards(deps, campusId, { shops: shopsOf(await menus.all(campusId)), placeId });
      return cards ? ok(cards.sort(byPromise)) : err({ kind: "placeNotServed" });
    },
    async allShops(campusId) {
      const shops = shopsOf(await menus.all(campusId));
      return (await shopCards(deps, campusId, { shops, placeId: null })) ?? [];
    },
    async menu(campusId, { shopId, placeId }) {
      const menu = await menus.menuForOrder(campusId, shopId);
      if (!menu) return err({ kind: "shopNotFound" });
      const [cards, views] = await Promise.all([
        shopCards(deps, campusId, { shops: [menu.shop], placeId }),
        viewsOf(campusId, [...menu.dishes.values()]),
      ]);
      const shop = cards?.[0];
      return shop ? ok({ shop, ...menuOrder(views) }) : err({ kind: "placeNotServed" });
    },
    search: (campusId, query) => searchCatalog({ ...deps, viewsOf }, campusId, query),
    async setSoldOut({ campusId, shopIds, dishId, soldOut }) {
      const missing = err({ kind: "dishNotFound" as const, dishId });
      if (!(await menus.setSoldOut({ campusId, shopIds, dishId, soldOut }))) return missing;
      for (const { dishes } of await menus.all(campusId)) {
        const dish = dishes.get(dishId);
        const [view] = dish ? await viewsOf(campusId, [dish]) : [];
        if (view) return ok(view);
      }
      return missing;
    },
  };
}
