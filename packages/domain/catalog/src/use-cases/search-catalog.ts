import { type CampusId, err, ok, type PlaceId, type Result } from "@sanqi/kernel";
import {
  byPromise,
  type Dish,
  type DishView,
  isMatch,
  type SearchResult,
  searchTerms,
} from "../domain/index.ts";
import type { CatalogError, Menus } from "./api.ts";
import { type CardDeps, shopCards } from "./shop-cards.ts";

/** More than this nobody reads on a phone. */
const maxShops = 20;
const maxDishes = 40;

type SearchDeps = CardDeps & {
  readonly menus: Menus;
  viewsOf(campusId: CampusId, dishes: readonly Dish[]): Promise<DishView[]>;
};

/**
 * Shops and dishes whose names or categories, in either language, contain what was typed, among the shops that deliver to the
 * place; dishes of that name before dishes of that category. Nothing typed, nothing found.
 */
export async function searchCatalog(
  deps: SearchDeps,
  campusId: CampusId,
  { placeId, text }: { placeId: PlaceId; text: string },
): Promise<Result<SearchResult, CatalogError>> {
  const terms = searchTerms(text);
  const all = await deps.menus.all(campusId);
  const hits = all.flatMap(({ shop, dishes }) => {
    const found = [...dishes.values()].filter((dish) =>
      isMatch(terms, [dish.name, dish.nameEn, dish.category, dish.categoryEn]),
    );
    const named = isMatch(terms, [shop.name, shop.nameEn, shop.category, shop.categoryEn]);
    return named || found.length > 0 ? [{ shop, named, found }] : [];
  });
  const cards = await shopCards(deps, campusId, { shops: hits.map((hit) => hit.shop), placeId });
  if (!cards) return err({ kind: "placeNotServed" });
  const ordered = cards
    .sort(byPromise)
    .flatMap((card) => hits.flatMap((hit) => (hit.shop.shopId === card.shopId ? [{ ...hit, card }] : [])));
  const matching = ordered.flatMap(({ card, found }) => found.map((dish) => ({ card, dish })));
  const { name = [], category = [] } = Object.groupBy(matching, ({ dish }) =>
    isMatch(terms, [dish.name, dish.nameEn]) ? "name" : "category",
  );
  const pairs = [...name, ...category].slice(0, maxDishes);
  const views = await deps.viewsOf(
    campusId,
    pairs.map((pair) => pair.dish),
  );
  const dishes = pairs.flatMap(({ card }, at) => {
    const dish = views[at];
    return dish ? [{ shop: card, dish }] : [];
  });
  return ok({
    shops: ordered.flatMap(({ named, card }) => (named ? [card] : [])).slice(0, maxShops),
    dishes: [...dishes.filter((d) => !d.dish.soldOut), ...dishes.filter((d) => d.dish.soldOut)],
  });
}
