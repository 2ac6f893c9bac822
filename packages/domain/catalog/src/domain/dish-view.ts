import type { Dish } from "./menu.ts";
import type { DishView, MenuCategory } from "./views.ts";

/** A dish as people see it: sold out where the merchant said so or nothing is left of today's portions. */
export function dishView(dish: Dish, left: number): DishView {
  const { shopId: _shop, dailyStock: _stock, ...shown } = dish;
  return { ...shown, soldOut: dish.soldOut || left <= 0, left: Math.max(0, left) };
}

/** The menu in its own order, sold-out dishes last inside their category, so that categories never jump. */
export function menuOrder(dishes: readonly DishView[]): { categories: MenuCategory[]; dishes: DishView[] } {
  const english = new Map(dishes.map((dish) => [dish.category, dish.categoryEn]));
  const categories = [...english].map(([name, nameEn]) => ({ name, nameEn }));
  const ordered = categories.flatMap(({ name }) => {
    const inside = dishes.filter((dish) => dish.category === name);
    return [...inside.filter((dish) => !dish.soldOut), ...inside.filter((dish) => dish.soldOut)];
  });
  return { categories, dishes: ordered };
}
