import type { CampusId, DishId, PlaceId, Result, ShopId, TableId } from "@sanqi/kernel";
import type { Dish, DishView, SearchResult, Shop, ShopCard, ShopMenu, ShopTable } from "../domain/index.ts";
import type { Editor } from "./editing-api.ts";

export type CatalogError =
  | { readonly kind: "shopNotFound" }
  | { readonly kind: "dishNotFound"; readonly dishId: string }
  | { readonly kind: "tableNotFound" }
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
  /** The table whose code was scanned, with its shop. */
  tableOf(campusId: CampusId, tableId: TableId): Promise<Result<ShopTable, CatalogError>>;
  setSoldOut(change: SoldOutChange): Promise<Result<DishView, CatalogError>>;
};

/** `choice`: "group:choice", null for the dish as a whole. */
export type SoldOutChange = {
  readonly by: Editor;
  readonly dishId: DishId;
  readonly choice: string | null;
  readonly soldOut: boolean;
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
  setSoldOut(change: SoldOutChange): Promise<boolean>;
  /** Writes shops with their whole menus; the same ids update. What is sold out or paused in them is not read. */
  importShops(campusId: CampusId, shops: readonly Shop[], dishes: readonly Dish[]): Promise<void>;
  /** The same, unless the last import had the same content: merchants' changes since then stay. */
  importShopsOnce(campusId: CampusId, shops: readonly Shop[], dishes: readonly Dish[]): Promise<boolean>;
  tableOf(campusId: CampusId, tableId: TableId): Promise<ShopTable | null>;
  /** Some menu of the campus was written: what is in memory is read again. */
  changed(campusId: CampusId): void;
};
