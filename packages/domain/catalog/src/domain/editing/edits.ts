import type { DishId, ShopId, TableId, Words } from "@sanqi/kernel";
import type { DishContent } from "../menu.ts";
import type { Shop, ShopTable } from "../shop.ts";
import type { MenuCategory } from "../views.ts";

/** `field` names what has to be corrected ("options.1.max"). */
export type MenuInvalid = { readonly kind: "menuInvalid"; readonly field: string; readonly why: Words };

export type EditError =
  | MenuInvalid
  /** Somebody else changed the same thing meanwhile: look at it before writing over it. */
  | { readonly kind: "menuChanged" }
  | { readonly kind: "dishNotFound"; readonly dishId: string }
  | { readonly kind: "tableNotFound" };

/** `version` counts the changes that people made to the dish. */
export type KeptDish = DishContent & { readonly version: number };
export type RemovedDish = KeptDish & { readonly removedAt: number };

/** A shop's menu as it is changed: `version` counts the changes of the shop's own facts. Dishes in their order. */
export type KeptMenu = {
  readonly shop: Shop;
  readonly version: number;
  readonly dishes: readonly KeptDish[];
  readonly removed: readonly RemovedDish[];
  readonly tables: readonly ShopTable[];
};

/** What of a shop people change, beside its name and place. */
export type EditableShop = Omit<
  Shop,
  "shopId" | "key" | "name" | "nameEn" | "buildingId" | "buildingName" | "buildingNameEn" | "point"
>;

/** One change, as it is saved and as it stands in the log. `order`: all dishes of the menu afterwards; null: as before. */
export type MenuEdit =
  | {
      readonly kind: "dishAdded" | "dishRestored";
      readonly dish: DishContent;
      readonly order: readonly DishId[];
    }
  | {
      readonly kind: "dishChanged";
      readonly before: DishContent;
      readonly dish: DishContent;
      readonly order: readonly DishId[] | null;
    }
  | { readonly kind: "dishRemoved"; readonly dish: KeptDish }
  | {
      readonly kind: "categoriesChanged";
      readonly before: readonly MenuCategory[];
      readonly after: readonly (MenuCategory & { readonly was: string })[];
      readonly order: readonly DishId[];
    }
  | {
      readonly kind: "shopChanged";
      readonly before: Partial<EditableShop>;
      readonly after: Partial<EditableShop>;
    }
  | { readonly kind: "tableSet"; readonly before: ShopTable | null; readonly table: ShopTable }
  | { readonly kind: "tableRemoved"; readonly table: ShopTable };

/** A rule of what may be written: where it does not hold, `field` is wrong and people read why. */
export type Rule = readonly [holds: boolean, field: string, zh: string, en: string];

/** The first rule that does not hold, as a refusal. */
export function firstBroken(rules: Iterable<Rule>): MenuInvalid | null {
  for (const [holds, field, zh, en] of rules)
    if (!holds) return { kind: "menuInvalid", field, why: { zh, en } };
  return null;
}

/** The menu's order, with the categories where they are: a dish in `last` goes to the end of its category. */
export function orderOf(
  dishes: readonly Pick<DishContent, "dishId" | "category">[],
  last?: Pick<DishContent, "dishId" | "category">,
): DishId[] {
  const others = dishes.filter((dish) => dish.dishId !== last?.dishId);
  // By the dishes as they were: a category does not move when its first dish leaves for another one.
  const categories = [...new Set([...dishes, ...(last ? [last] : [])].map((dish) => dish.category))];
  const all = last ? [...others, last] : others;
  return categories.flatMap((category) =>
    all.filter((dish) => dish.category === category).map((dish) => dish.dishId),
  );
}

export type TableDraft = { readonly shopId: ShopId; readonly tableId: TableId; readonly name: string };
