import type { CampusId, DishId, PlaceId, Result, ShopId } from "@sanqi/kernel";
import type { DishView, SearchResult, ShopCard, ShopMenu } from "../domain/index.ts";

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
