import {
  addFen,
  type DishId,
  err,
  type Fen,
  fen,
  ok,
  type Result,
  timesFen,
  type Words,
} from "@sanqi/kernel";
import type { PlacementError } from "./errors.ts";
import type { OrderAmounts, OrderLine } from "./order.ts";
import type { CartLine } from "./views.ts";

/** What pricing needs to know of a dish; the catalog provides it through a port. */
export type PricedDish = {
  readonly dishId: DishId;
  readonly name: string;
  readonly nameEn: string;
  readonly art: string;
  readonly priceFen: Fen;
  readonly soldOut: boolean;
  readonly options: readonly {
    readonly key: string;
    readonly name: string;
    readonly nameEn: string;
    readonly min: number;
    readonly max: number;
    readonly choices: readonly {
      readonly key: string;
      readonly name: string;
      readonly nameEn: string;
      readonly priceFen: Fen;
    }[];
  }[];
};

export type PricedShop = {
  readonly minOrderFen: Fen;
  readonly packingFen: Fen;
  readonly deliveryFeeFen: Fen;
  readonly dishes: ReadonlyMap<DishId, PricedDish>;
};

/** One cart line with its price; choices are written `group:choice`, each at most once. */
export function priceLine(line: CartLine, dish: PricedDish): Result<OrderLine, PlacementError> {
  const wanted = new Set(line.choices);
  const chosen: OrderLine["choices"][number][] = [];
  let known = 0;
  for (const group of dish.options) {
    const picks = group.choices.filter((choice) => wanted.has(`${group.key}:${choice.key}`));
    known += picks.length;
    if (picks.length < group.min || picks.length > group.max) {
      return err({
        kind: "optionsInvalid",
        dishId: dish.dishId,
        group: { zh: group.name, en: group.nameEn },
      });
    }
    chosen.push(...picks);
  }
  if (known !== line.choices.length) {
    const group: Words = { zh: dish.name, en: dish.nameEn };
    return err({ kind: "optionsInvalid", dishId: dish.dishId, group });
  }
  const unitFen = addFen(dish.priceFen, ...chosen.map((choice) => choice.priceFen));
  return ok({
    dishId: dish.dishId,
    name: dish.name,
    nameEn: dish.nameEn,
    art: dish.art,
    choices: chosen,
    quantity: line.quantity,
    unitFen,
    totalFen: timesFen(unitFen, line.quantity),
  });
}

/** What the whole order costs: packing and delivery once per order. */
export function amountsOf(
  lines: readonly OrderLine[],
  shop: Pick<PricedShop, "packingFen" | "deliveryFeeFen">,
): OrderAmounts {
  const goodsFen = addFen(...lines.map((line) => line.totalFen));
  const packingFen = lines.length > 0 ? shop.packingFen : fen(0);
  const deliveryFeeFen = lines.length > 0 ? shop.deliveryFeeFen : fen(0);
  return { goodsFen, packingFen, deliveryFeeFen, totalFen: addFen(goodsFen, packingFen, deliveryFeeFen) };
}

/** Prices a cart; `problems` holds every reason why it cannot be ordered as it is (empty: it can). */
export function priceCart(
  cart: readonly CartLine[],
  shop: PricedShop,
): { lines: OrderLine[]; amounts: OrderAmounts; problems: PlacementError[] } {
  const problems: PlacementError[] = [];
  const lines: OrderLine[] = [];
  for (const line of cart) {
    const dish = shop.dishes.get(line.dishId);
    if (!dish) {
      problems.push({ kind: "dishNotFound", dishId: line.dishId });
      continue;
    }
    if (dish.soldOut) {
      const { dishId, name, nameEn } = dish;
      problems.push({ kind: "soldOut", dishId, name, nameEn, left: 0 });
    }
    const priced = priceLine(line, dish);
    if (priced.ok) lines.push(priced.value);
    else problems.push(priced.error);
  }
  const amounts = amountsOf(lines, shop);
  const missing = shop.minOrderFen - amounts.goodsFen;
  if (missing > 0) problems.push({ kind: "belowMinimum", missingFen: fen(missing) });
  return { lines, amounts, problems };
}

/** Portions needed per dish, over all lines (the same dish may stand in several lines with other options). */
export function portionsOf(lines: readonly { dishId: DishId; quantity: number }[]): Map<DishId, number> {
  const portions = new Map<DishId, number>();
  for (const { dishId, quantity } of lines) portions.set(dishId, (portions.get(dishId) ?? 0) + quantity);
  return portions;
}
