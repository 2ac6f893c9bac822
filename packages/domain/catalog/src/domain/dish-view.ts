import { choiceName, type Dish } from "./menu.ts";
import type { DishView, MenuCategory } from "./views.ts";

/** What a view shows beside the dish's own words. */
export type DishFacts = {
  /** Portions left today; undefined: all of them. */
  readonly left: number | undefined;
  /** The same by dish id, a blank and the choice; choices without own stock or without orders today are not in it. */
  readonly choicesLeft: ReadonlyMap<string, number>;
  readonly pictureUrl: string | null;
};

/** A dish as people see it: sold out where the merchant said so or nothing is left of today's portions. */
export function dishView(dish: Dish, { left, choicesLeft, pictureUrl }: DishFacts): DishView {
  const { shopId: _shop, dailyStock, pictureId: _picture, options, ...shown } = dish;
  const portions = Math.max(0, left ?? dailyStock);
  return {
    ...shown,
    pictureUrl,
    options: options.map((group) => ({
      ...group,
      choices: group.choices.map(({ dailyStock: stock, ...choice }) => {
        const known = choicesLeft.get(`${dish.dishId} ${choiceName(group, choice)}`) ?? stock;
        const rest = known === null ? null : Math.max(0, known);
        return { ...choice, soldOut: choice.soldOut || rest === 0, left: rest };
      }),
    })),
    soldOut: dish.soldOut || portions === 0,
    left: portions,
  };
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
