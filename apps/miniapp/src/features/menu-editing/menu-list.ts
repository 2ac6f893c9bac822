import type { Outputs } from "@/rpc";

export type EditableMenu = Outputs["merchant"]["editableMenu"];
export type EditableDish = EditableMenu["dishes"][number];

/** Dishes whose name or category, in either language, contains the text; all of them without a text. */
export function searchDishes(dishes: readonly EditableDish[], text: string): readonly EditableDish[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return dishes;
  return dishes.filter((dish) =>
    [dish.name, dish.nameEn, dish.category, dish.categoryEn].some((name) =>
      name.toLowerCase().includes(wanted),
    ),
  );
}

/** By category in the menu's order; categories without a dish are left out. */
export const byCategory = (categories: EditableMenu["categories"], dishes: readonly EditableDish[]) =>
  categories
    .map((category) => ({ category, dishes: dishes.filter((dish) => dish.category === category.name) }))
    .filter((section) => section.dishes.length > 0);

/** A dish, or one choice of it ("size:large"), taken off for today or put on again. */
export type SoldOutMark = {
  readonly dishId: string;
  readonly choice: string | null;
  readonly soldOut: boolean;
};

/** The menu as it is once the mark is set. */
export function withSoldOut(menu: EditableMenu, { dishId, choice, soldOut }: SoldOutMark): EditableMenu {
  const marked = (dish: EditableDish): EditableDish => {
    if (choice === null) return { ...dish, soldOut };
    const options = dish.options.map((group) => ({
      ...group,
      choices: group.choices.map((one) => (`${group.key}:${one.key}` === choice ? { ...one, soldOut } : one)),
    }));
    return { ...dish, options };
  };
  return { ...menu, dishes: menu.dishes.map((dish) => (dish.dishId === dishId ? marked(dish) : dish)) };
}
