import type { DishId, Fen, PictureId, ShopId } from "@sanqi/kernel";

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
  /** Portions a day of this choice alone ("braised egg", 40); null: as many as the dish has. */
  readonly dailyStock: number | null;
  /** The merchant took it off for today. */
  readonly soldOut: boolean;
};
export type OptionGroup = {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly min: number;
  readonly max: number;
  readonly choices: readonly Choice[];
};

/** How carts and stock name a choice of a dish: "size:large". */
export const choiceName = (group: Pick<OptionGroup, "key">, choice: Pick<Choice, "key">): string =>
  `${group.key}:${choice.key}`;

/** Portions a day of those choices that have a stock of their own, by "size:large". */
export const choiceStock = ({
  options,
}: {
  readonly options: readonly (Pick<OptionGroup, "key"> & {
    readonly choices: readonly Pick<Choice, "key" | "dailyStock">[];
  })[];
}): ReadonlyMap<string, number> =>
  new Map(
    options.flatMap((group) =>
      group.choices.flatMap((choice): [string, number][] =>
        choice.dailyStock === null ? [] : [[choiceName(group, choice), choice.dailyStock]],
      ),
    ),
  );

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
  /** The drawing of the demo's dishes; a picture is shown instead where there is one. */
  readonly art: string;
  readonly pictureId: PictureId | null;
  readonly labels: readonly DishLabel[];
  readonly allergens: readonly Allergen[];
  readonly options: readonly OptionGroup[];
  /** The merchant took it off today's menu. */
  readonly soldOut: boolean;
  readonly dailyStock: number;
};

export type ChoiceContent = Omit<Choice, "soldOut">;
export type GroupContent = Omit<OptionGroup, "choices"> & { readonly choices: readonly ChoiceContent[] };
/** What a dish is on every day, without what is sold out today. */
export type DishContent = Omit<Dish, "shopId" | "soldOut" | "options"> & {
  readonly options: readonly GroupContent[];
};
