import type { Outputs } from "@/rpc";

export type Menu = Outputs["catalog"]["menu"];
export type Dish = Menu["dishes"][number];

/** Dishes whose name or category, in either language, contains the text; all of them without a text. */
export function searchDishes(dishes: readonly Dish[], text: string): readonly Dish[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return dishes;
  return dishes.filter((dish) =>
    [dish.name, dish.nameEn, dish.category, dish.categoryEn].some((name) =>
      name.toLowerCase().includes(wanted),
    ),
  );
}

/** By category in the menu's order; categories without a dish are left out. */
export const byCategory = (categories: Menu["categories"], dishes: readonly Dish[]) =>
  categories
    .map((category) => ({ category, dishes: dishes.filter((dish) => dish.category === category.name) }))
    .filter((section) => section.dishes.length > 0);

export const withSoldOut = (menu: Menu, dishId: string, soldOut: boolean): Menu => ({
  ...menu,
  dishes: menu.dishes.map((dish) => (dish.dishId === dishId ? { ...dish, soldOut } : dish)),
});
