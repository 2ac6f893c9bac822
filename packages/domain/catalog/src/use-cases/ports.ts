import type { CampusId, DishId, PlaceId, Point, ShopId } from "@sanqi/kernel";
import type { Dish, Shop } from "../domain/index.ts";

/** A dish as it is kept: `soldOutDay` is the day in China ("2026-11-22") on which the merchant took it off the menu. */
export type StoredDish = Omit<Dish, "soldOut"> & { readonly soldOutDay: string | null };
export type StoredMenu = {
  readonly version: number;
  readonly shop: Shop;
  readonly dishes: readonly StoredDish[];
};

export type CatalogStore = {
  /** Every shop of the campus in the order in which to show them, with the version of its menu. */
  versions(campusId: CampusId): Promise<readonly { readonly shopId: ShopId; readonly version: number }[]>;
  menus(campusId: CampusId, shopIds: readonly ShopId[]): Promise<readonly StoredMenu[]>;
  /** Marks the dish and gives its menu a new version; false where none of the shops has such a dish. */
  setSoldOut(change: {
    campusId: CampusId;
    shopIds: readonly ShopId[];
    dishId: DishId;
    soldOutDay: string | null;
  }): Promise<boolean>;
  /** Writes shops with their whole menus: known dishes stay sold out, dishes that are not in it any more go. One transaction. */
  save(campusId: CampusId, shops: readonly Shop[], dishes: readonly Dish[], at: number): Promise<void>;
};

/** What others know of shops: orders keep ratings and portions. */
export type ShopFigures = {
  ratings(
    campusId: CampusId,
  ): Promise<ReadonlyMap<ShopId, { readonly rating: number; readonly count: number }>>;
  /** Portions left today; a dish that is not in the answer has all of them. */
  left(campusId: CampusId, dishIds: readonly DishId[]): Promise<ReadonlyMap<DishId, number>>;
};

/** Where places are and how far on foot. */
export type Walks = {
  place(campusId: CampusId, placeId: PlaceId): Promise<{ readonly point: Point } | null>;
  walk(campusId: CampusId, from: Point, to: Point): Promise<{ readonly metres: number } | null>;
};

/** When a meal would arrive if it were ordered now. */
export type Promises = {
  forShops(
    campusId: CampusId,
    requests: readonly {
      readonly shopId: ShopId;
      readonly prepMinutes: number;
      readonly walkMetres: number;
    }[],
  ): Promise<ReadonlyMap<ShopId, { readonly earliest: number; readonly latest: number }>>;
};
