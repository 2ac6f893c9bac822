import { allocate } from "./allocate.ts";
import { type Basket, goodsLeft, type Left } from "./basket.ts";
import type { Offer } from "./rule.ts";

/** What one offer takes off what is left; `goods` in the order of the basket. */
export type Take = {
  readonly fen: number;
  readonly baseFen: number;
  readonly goods: readonly number[];
  readonly delivery: number;
};

/** No platform takes a payment of nothing, so discounts leave the last fen of the goods. */
const mostOff = (goods: number): number => Math.max(0, goods - 1);

/**
 * Never more than what is left, and never more than the same offer takes off the untouched basket: the search for the best
 * combination relies on the latter.
 */
export function takeOf(offer: Offer, basket: Basket, left: Left): Take {
  const goods = goodsLeft(left);
  switch (offer.kind) {
    case "threshold":
      return offGoods(left, bestStep(offer.steps, goods));
    case "newCustomer":
      return offGoods(left, goods >= offer.fromFen ? offer.offFen : 0);
    case "percentage": {
      const off = goods >= offer.fromFen ? Math.floor((goods * offer.percentOff) / 100) : 0;
      return offGoods(left, Math.min(off, offer.capFen ?? off));
    }
    case "perItem":
      return offItems(offer, basket, left);
    case "deliveryFee": {
      const off = goods >= offer.fromFen ? Math.min(offer.offFen ?? left.delivery, left.delivery) : 0;
      return { fen: off, baseFen: left.delivery, goods: left.goods.map(() => 0), delivery: off };
    }
  }
}

const bestStep = (steps: Extract<Offer, { kind: "threshold" }>["steps"], goods: number): number =>
  steps.reduce((best, step) => (goods >= step.fromFen ? Math.max(best, step.offFen) : best), 0);

function offGoods(left: Left, wanted: number): Take {
  const baseFen = goodsLeft(left);
  const fen = Math.min(wanted, mostOff(baseFen));
  return { fen, baseFen, goods: allocate(fen, left.goods), delivery: 0 };
}

/** The portions that save most come first where a rule names more dishes than it has portions. */
function offItems(offer: Extract<Offer, { kind: "perItem" }>, basket: Basket, left: Left): Take {
  const { price } = offer;
  const named = basket.goods
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => offer.dishIds.includes(line.dishId))
    .map(({ line, at }) => {
      const off =
        price.kind === "special" ? line.dishFen - price.priceFen : Math.min(price.offFen, line.dishFen);
      return { at, quantity: line.quantity, off: Math.max(0, off) };
    })
    .sort((a, b) => b.off - a.off || a.at - b.at);
  const goods = left.goods.map(() => 0);
  let portions = offer.maxPortions;
  for (const { at, quantity, off } of named) {
    const count = Math.min(portions, quantity);
    goods[at] = Math.min(off * count, left.goods[at] ?? 0);
    portions -= count;
  }
  const sum = goods.reduce((total, part) => total + part, 0);
  const fen = Math.min(sum, mostOff(goodsLeft(left)));
  const last = goods.findLastIndex((part) => part > 0);
  if (fen < sum) goods[last] = (goods[last] ?? 0) - (sum - fen);
  return {
    fen,
    baseFen: named.reduce((base, { at }) => base + (left.goods[at] ?? 0), 0),
    goods,
    delivery: 0,
  };
}

export const after = (left: Left, take: Take): Left => ({
  goods: left.goods.map((fen, at) => fen - (take.goods[at] ?? 0)),
  delivery: left.delivery - take.delivery,
});
