import { type CampusId, err, ok, type PictureId } from "@sanqi/kernel";
import { byPromise, type Dish, type DishView, dishView, menuOrder } from "../domain/index.ts";
import type { CatalogUseCases, MenuSnapshot, Menus } from "./api.ts";
import { searchCatalog } from "./search-catalog.ts";
import { type CardDeps, shopCards } from "./shop-cards.ts";

export type * from "./api.ts";
export { createMenuEditing, type EditingDeps } from "./edit-menus.ts";
export type * from "./editing-api.ts";
export { createMenus } from "./menus.ts";
export type * from "./ports.ts";

export type CatalogDeps = CardDeps & {
  readonly menus: Menus;
  /** Where a picture is served. */
  readonly pictureUrl: (campusId: CampusId, pictureId: PictureId) => string;
};

export function createCatalogUseCases(deps: CatalogDeps): CatalogUseCases {
  const { menus, figures } = deps;
  const shopsOf = (snapshots: readonly MenuSnapshot[]) => snapshots.map((menu) => menu.shop);
  const viewsOf = async (campusId: CampusId, dishes: readonly Dish[]): Promise<DishView[]> => {
    const ids = dishes.map((dish) => dish.dishId);
    const [left, choicesLeft] = await Promise.all([
      figures.left(campusId, ids),
      figures.choicesLeft(campusId, ids),
    ]);
    return dishes.map((dish) =>
      dishView(dish, {
        left: left.get(dish.dishId),
        choicesLeft,
        pictureUrl: dish.pictureId && deps.pictureUrl(campusId, dish.pictureId),
      }),
    );
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
    async tableOf(campusId, tableId) {
      const table = await menus.tableOf(campusId, tableId);
      return table ? ok(table) : err({ kind: "tableNotFound" });
    },
    async setSoldOut(change) {
      const { dishId } = change;
      const { campusId } = change.by;
      const missing = err({ kind: "dishNotFound" as const, dishId });
      if (!(await menus.setSoldOut(change))) return missing;
      for (const { dishes } of await menus.all(campusId)) {
        const dish = dishes.get(dishId);
        const [view] = dish ? await viewsOf(campusId, [dish]) : [];
        if (view) return ok(view);
      }
      return missing;
    },
  };
}
