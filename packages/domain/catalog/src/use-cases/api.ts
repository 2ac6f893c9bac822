import type { CampusId, DishId, PlaceId, Result, ShopId } from "@sanqi/kernel";
import type { Dish, DishView, SearchResult, Shop, ShopCard, ShopMenu } from "../domain/index.ts";

export type CatalogError =
  | { readonly kind: "shopNotFound" }
  | { readonly kind: "dishNotFound"; readonly dishId: string }
  | { readonly kind: "placeNotServed" };

export type CatalogUseCases = {
  /** Shops that deliver to the place, open ones first. */
  shops(campusId: CampusId, placeId: PlaceId): Promise<Result<ShopCard[], CatalogError>>;
  /** Every shop, also those that deliver nowhere, for the console. */
  allShops(campusId: CampusId): Promise<ShopCard[]>;
  menu(
    campusId: CampusId,
    shop: { shopId: ShopId; placeId: PlaceId | null },
  ): Promise<Result<ShopMenu, CatalogError>>;
  search(
    campusId: CampusId,
    query: { placeId: PlaceId; text: string },
  ): Promise<Result<SearchResult, CatalogError>>;
  /** `shopIds`: the shops that the caller may change. */
  setSoldOut(change: {
    campusId: CampusId;
    shopIds: readonly ShopId[];
    dishId: DishId;
    soldOut: boolean;
  }): Promise<Result<DishView, CatalogError>>;
};

/** A menu as an order prices it. */
export type MenuSnapshot = { readonly shop: Shop; readonly dishes: ReadonlyMap<DishId, Dish> };

export type Menus = {
  /**
   * Fast: from memory. What this process changes is seen at once; what another one changed, after at most 2 s (until then an
   * order for a dish that was just taken off is still accepted, as it would have been two seconds earlier).
   */
  menuForOrder(campusId: CampusId, shopId: ShopId): Promise<MenuSnapshot | null>;
  /** Every shop with its dishes, in the campus's own order. */
  all(campusId: CampusId): Promise<readonly MenuSnapshot[]>;
  /** Off the menu until the end of the day in China, or on it again; false where none of the shops has the dish. */
  setSoldOut(change: {
    campusId: CampusId;
    shopIds: readonly ShopId[];
    dishId: DishId;
    soldOut: boolean;
  }): Promise<boolean>;
  /** Writes shops with their whole menus; the same ids update. `soldOut` of the dishes given is not read. */
  importShops(campusId: CampusId, shops: readonly Shop[], dishes: readonly Dish[]): Promise<void>;
};
