/** What a label promises: prepared halal, no meat or fish in it, and how hot it is (1 mild to 3 very hot). */
export type DishLabel = "halal" | "vegetarian" | "spicy1" | "spicy2" | "spicy3";

export type Allergen = "peanut" | "milk" | "egg" | "gluten" | "soy" | "fish" | "shellfish" | "nut" | "sesame";

/** One answer to an option group; priceFen is added to the dish's price (0 or more). */
export type DemoChoice = { key: string; name: string; nameEn: string; priceFen: number };

/** A question asked with a dish: at least min and at most max of the choices. */
export type DemoOptionGroup = {
  key: string;
  name: string;
  nameEn: string;
  min: number;
  max: number;
  choices: readonly DemoChoice[];
};

/** A dish as it is written in the shop files; its section adds the category. */
export type DishEntry = {
  key: string;
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  priceFen: number;
  /** Portions put on sale each day. */
  dailyStock: number;
  labels?: readonly DishLabel[];
  allergens?: readonly Allergen[];
  options?: readonly DemoOptionGroup[];
  /** Name of the drawing (art/dishes/<art>.svg), when it is not the dish's key. */
  art?: string;
};

export type DemoDish = Required<DishEntry> & { category: string; categoryEn: string };

/** Opening span in campus local time, "HH:MM"; it never crosses midnight. */
export type OpeningSpan = { open: string; close: string };

export type DemoShop = {
  key: string;
  name: string;
  nameEn: string;
  kitchenKey: string;
  /** Name of the building in campus.geojson where riders fetch the meals. */
  building: string;
  category: string;
  categoryEn: string;
  notice: string;
  noticeEn: string;
  halal: boolean;
  hours: readonly OpeningSpan[];
  minOrderFen: number;
  packingFen: number;
  deliveryFeeFen: number;
  prepMinutes: number;
  /** Otherwise it delivers, and meals can be collected. */
  handovers?: readonly ("delivery" | "pickup" | "table")[];
  /** Pre-orders for times; otherwise none. */
  slots?: { lengthMinutes: number; capacity: number; leadMinutes: number; daysAhead: number };
  /** Names of the tables whose codes can be scanned. */
  tables?: readonly string[];
  /** One truthful line about the shop; it promises no discount. */
  promotion: string;
  promotionEn: string;
  dishes: readonly DemoDish[];
};

export type DemoKitchen = { key: string; name: string; nameEn: string; building: string };

/** The dishes of one part of a shop's menu, completed with that part's name. */
export const section = (category: string, categoryEn: string, entries: readonly DishEntry[]): DemoDish[] =>
  entries.map((entry) => ({
    labels: [],
    allergens: [],
    options: [],
    art: entry.key,
    ...entry,
    category,
    categoryEn,
  }));
