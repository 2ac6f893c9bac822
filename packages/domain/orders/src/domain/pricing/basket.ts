import type { DishId } from "@sanqi/kernel";
import type { LineKey } from "../order.ts";
import type { GrossLine, PriceRequest } from "./priced-order.ts";

/** What discounts are counted on. Lines stand in the order of their content, so the order of the cart cannot matter. */
export type Basket = {
  readonly goods: readonly {
    readonly key: LineKey;
    readonly dishId: DishId;
    readonly quantity: number;
    /** One portion without its options. */
    readonly dishFen: number;
    readonly grossFen: number;
  }[];
  readonly deliveryFen: number;
};

/** What is left to pay of each line of the basket, in its order. */
export type Left = { readonly goods: readonly number[]; readonly delivery: number };

const contentOf = ({ dishId, choices, unitFen, quantity }: GrossLine): string =>
  JSON.stringify([
    dishId,
    choices.map((choice) => [choice.group, choice.key, choice.priceFen]),
    unitFen,
    quantity,
  ]);

export function basketOf({ lines, delivery }: Pick<PriceRequest, "lines" | "delivery">): Basket {
  const sorted = lines
    .map((line, at) => ({ line, at, content: contentOf(line) }))
    .sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : a.at - b.at));
  return {
    goods: sorted.map(({ line, at }) => ({
      key: String(at),
      dishId: line.dishId,
      quantity: line.quantity,
      dishFen: line.unitFen - line.choices.reduce((sum, choice) => sum + choice.priceFen, 0),
      grossFen: line.totalFen,
    })),
    deliveryFen: lines.length > 0 ? (delivery?.feeFen ?? 0) : 0,
  };
}

export const untouched = (basket: Basket): Left => ({
  goods: basket.goods.map((line) => line.grossFen),
  delivery: basket.deliveryFen,
});

export const goodsLeft = (left: Left): number => left.goods.reduce((sum, fen) => sum + fen, 0);
