import { addToCart, type Cart } from "@/features/cart/cart-lines";
import { lackingGroup, type Picks } from "@/features/cart/option-picks";
import type { Dish } from "@/features/shops/dish-labels";
import { isGone } from "@/features/shops/menu-sections";
import type { Outputs } from "@/rpc";

type Line = Outputs["orders"]["get"]["lines"][number];

/** Finds old choices on the menu of today; an order remembers a choice's key and name, not the question it answered. */
function picksOf(line: Line, dish: Dish): Picks | null {
  const picks: string[] = [];
  for (const choice of line.choices) {
    const group = dish.options.find((candidate) =>
      candidate.choices.some(
        (other) =>
          other.key === choice.key &&
          other.name === choice.name &&
          !picks.includes(`${candidate.key}:${choice.key}`),
      ),
    );
    if (!group) return null;
    picks.push(`${group.key}:${choice.key}`);
  }
  return lackingGroup(dish.options, picks) ? null : picks;
}

/** An old order as a cart for today's menu, and what can no longer be had. */
export function refill(
  lines: readonly Line[],
  dishes: readonly Dish[],
): { cart: Cart; gone: { zh: string; en: string }[] } {
  let cart: Cart = [];
  const gone: { zh: string; en: string }[] = [];
  for (const line of lines) {
    const dish = dishes.find((candidate) => candidate.dishId === line.dishId);
    const picks = dish && !isGone(dish) ? picksOf(line, dish) : null;
    if (!dish || !picks || dish.left < line.quantity) gone.push({ zh: line.name, en: line.nameEn });
    else cart = addToCart(cart, dish, picks, line.quantity);
  }
  return { cart, gone };
}
