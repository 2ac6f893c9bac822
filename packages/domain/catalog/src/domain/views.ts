import type { DishId, Fen, Point, ShopId } from "@sanqi/kernel";
import type { Allergen, DishLabel, OptionGroup } from "./menu.ts";

export type ShopCard = {
  readonly shopId: ShopId;
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly category: string;
  readonly categoryEn: string;
  readonly halal: boolean;
  readonly promotion: string;
  readonly promotionEn: string;
  readonly notice: string;
  readonly noticeEn: string;
  readonly point: Point;
  readonly buildingName: string;
  readonly buildingNameEn: string;
  readonly open: boolean;
  /** "17:00": the next opening today or tomorrow, where closed. */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly minOrderFen: Fen;
  readonly packingFen: Fen;
  readonly deliveryFeeFen: Fen;
  /** 1.0 to 5.0, one decimal; null until somebody rated. */
  readonly rating: number | null;
  readonly ratingCount: number;
  readonly walkMetres: number;
  /** If ordered now; epoch ms. Null where closed. */
  readonly promise: { readonly earliest: number; readonly latest: number } | null;
};

export type DishView = {
  readonly dishId: DishId;
  readonly name: string;
  readonly nameEn: string;
  readonly description: string;
  readonly descriptionEn: string;
  readonly category: string;
  readonly categoryEn: string;
  readonly priceFen: Fen;
  readonly art: string;
  readonly labels: readonly DishLabel[];
  readonly allergens: readonly Allergen[];
  readonly options: readonly OptionGroup[];
  readonly soldOut: boolean;
  readonly left: number;
};

/** A part of a menu; dishes name it by `category`. */
export type MenuCategory = { readonly name: string; readonly nameEn: string };

export type ShopMenu = {
  readonly shop: ShopCard;
  readonly categories: readonly MenuCategory[];
  readonly dishes: readonly DishView[];
};

export type SearchResult = {
  readonly shops: readonly ShopCard[];
  readonly dishes: readonly { readonly shop: ShopCard; readonly dish: DishView }[];
};
