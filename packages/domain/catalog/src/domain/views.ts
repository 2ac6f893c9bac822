import type { DishId, Fen, Point, ShopId } from "@sanqi/kernel";
import type { Opening } from "./hours.ts";
import type { Allergen, Choice, DishLabel, OptionGroup } from "./menu.ts";
import type { Handover, SlotRules } from "./shop.ts";

export type ShopCard = Opening & {
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
  readonly handovers: readonly Handover[];
  readonly slots: SlotRules | null;
  readonly minOrderFen: Fen;
  readonly packingFen: Fen;
  /** The fee itself, or its beginning where it grows with the distance or the hour. */
  readonly deliveryFeeFen: Fen;
  readonly deliveryFeeVaries: boolean;
  /** 1.0 to 5.0, one decimal; null until somebody rated. */
  readonly rating: number | null;
  readonly ratingCount: number;
  readonly walkMetres: number;
  /** If ordered now; epoch ms. Null where closed. */
  readonly promise: { readonly earliest: number; readonly latest: number } | null;
};

export type ChoiceView = Omit<Choice, "dailyStock"> & {
  /** Portions left today; null: as many as of the dish. */
  readonly left: number | null;
};
export type OptionGroupView = Omit<OptionGroup, "choices"> & { readonly choices: readonly ChoiceView[] };

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
  /** Shown instead of `art` where there is one. */
  readonly pictureUrl: string | null;
  readonly labels: readonly DishLabel[];
  readonly allergens: readonly Allergen[];
  readonly options: readonly OptionGroupView[];
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
