import type { BuildingId, DishId, Fen, Point, ShopId } from "@sanqi/kernel";

export const allergens = [
  "peanut",
  "milk",
  "egg",
  "gluten",
  "soy",
  "fish",
  "shellfish",
  "nut",
  "sesame",
] as const;
export type Allergen = (typeof allergens)[number];
export const dishLabels = ["halal", "vegetarian", "spicy1", "spicy2", "spicy3"] as const;
export type DishLabel = (typeof dishLabels)[number];

export type Choice = {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly priceFen: Fen;
};
export type OptionGroup = {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly min: number;
  readonly max: number;
  readonly choices: readonly Choice[];
};

export type Dish = {
  readonly dishId: DishId;
  readonly shopId: ShopId;
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
  /** The merchant took it off today's menu. */
  readonly soldOut: boolean;
  readonly dailyStock: number;
};

/** Opening hours of one day as "HH:MM" in China; `close` may be after midnight ("02:00" with open "20:30"). */
export type Hours = { readonly open: string; readonly close: string };

export type Shop = {
  readonly shopId: ShopId;
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly category: string;
  readonly categoryEn: string;
  readonly notice: string;
  readonly noticeEn: string;
  readonly promotion: string;
  readonly promotionEn: string;
  readonly halal: boolean;
  readonly buildingId: BuildingId;
  readonly buildingName: string;
  readonly buildingNameEn: string;
  readonly point: Point;
  readonly hours: readonly Hours[];
  readonly minOrderFen: Fen;
  readonly packingFen: Fen;
  readonly deliveryFeeFen: Fen;
  readonly prepMinutes: number;
};
