import type { DishView, ShopMenu } from "@sanqi/catalog";
import type { DishId } from "@sanqi/kernel";
import type { Random } from "./random.ts";

/** Valid choices for a dish, written `group:choice`: what must be chosen, and sometimes something more. */
export function choicesFor(dish: Pick<DishView, "options">, random: Random): string[] {
  return dish.options.flatMap((group) => {
    const room = Math.min(group.max, group.choices.length) - group.min;
    const count = group.min + (room > 0 && random.chance(0.3) ? 1 : 0);
    return random
      .shuffled(group.choices)
      .slice(0, count)
      .map((choice) => `${group.key}:${choice.key}`);
  });
}

export type CartLines = { dishId: DishId; quantity: number; choices: string[] }[];

/** One to three dishes that are there, enough for the shop's minimum; null where the shop has nothing left. */
export function randomCart(menu: ShopMenu, random: Random): CartLines | null {
  const there = menu.dishes.filter((dish) => !dish.soldOut && dish.left > 0);
  const wanted = random.shuffled(there).slice(0, 1 + Math.floor(random.share() * 3));
  if (wanted.length === 0) return null;
  const lines = wanted.map((dish) => ({
    dishId: dish.dishId,
    quantity: 1,
    choices: choicesFor(dish, random),
  }));
  // Options cost extra, so counting them as free errs on the safe side.
  const goods = () =>
    lines.reduce((sum, line, index) => sum + (wanted[index]?.priceFen ?? 0) * line.quantity, 0);
  while (goods() < menu.shop.minOrderFen) {
    const line = lines.find((one, index) => one.quantity < (wanted[index]?.left ?? 0));
    if (!line || line.quantity >= 20) return null;
    line.quantity += 1;
  }
  return lines;
}
