import { addFen, type DishId, err, type Fen, ok, type Result, timesFen, type Words } from "@sanqi/kernel";
import type { CartLine, PriceChange } from "./cart-views.ts";
import type { PlacementError } from "./errors.ts";
import type { OrderLine } from "./order.ts";

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
      readonly soldOut: boolean;
    }[];
  }[];
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
    const gone = picks.find((choice) => choice.soldOut);
    if (gone) {
      const name = `${dish.name}（${gone.name}）`;
      const nameEn = `${dish.nameEn} (${gone.nameEn})`;
      return err({ kind: "soldOut", dishId: dish.dishId, name, nameEn, left: 0 });
    }
    chosen.push(
      ...picks.map(({ key, name, nameEn, priceFen }) => ({ group: group.key, key, name, nameEn, priceFen })),
    );
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

/** Prices the lines of a cart; `problems` holds every reason why one of them cannot be ordered as it is. */
export function priceLines(
  cart: readonly CartLine[],
  dishes: ReadonlyMap<DishId, PricedDish>,
): { lines: OrderLine[]; problems: PlacementError[]; changed: PriceChange[] } {
  const problems: PlacementError[] = [];
  const lines: OrderLine[] = [];
  const changed: PriceChange[] = [];
  for (const line of cart) {
    const dish = dishes.get(line.dishId);
    if (!dish) {
      problems.push({ kind: "dishNotFound", dishId: line.dishId });
      continue;
    }
    const { dishId, name, nameEn } = dish;
    if (dish.soldOut) problems.push({ kind: "soldOut", dishId, name, nameEn, left: 0 });
    const priced = priceLine(line, dish);
    if (!priced.ok) {
      problems.push(priced.error);
      continue;
    }
    lines.push(priced.value);
    const { unitFen } = priced.value;
    if (line.seenFen !== undefined && line.seenFen !== unitFen)
      changed.push({ dishId, name: { zh: name, en: nameEn }, fromFen: line.seenFen, toFen: unitFen });
  }
  return { lines, problems, changed };
}

/** Portions needed per dish, over all lines (the same dish may stand in several lines with other options). */
export function portionsOf(lines: readonly { dishId: DishId; quantity: number }[]): Map<DishId, number> {
  const portions = new Map<DishId, number>();
  for (const { dishId, quantity } of lines) portions.set(dishId, (portions.get(dishId) ?? 0) + quantity);
  return portions;
}

/** Portions needed of each choice, for those that have a stock of their own ("size:large"). */
export function choicesOf(
  lines: readonly Pick<OrderLine, "dishId" | "choices" | "quantity">[],
): { dishId: DishId; choice: string; quantity: number }[] {
  const wanted = new Map<string, { dishId: DishId; choice: string; quantity: number }>();
  for (const { dishId, choices, quantity } of lines) {
    for (const { group, key } of choices) {
      if (group === undefined) continue;
      const choice = `${group}:${key}`;
      const known = wanted.get(`${dishId} ${choice}`)?.quantity ?? 0;
      wanted.set(`${dishId} ${choice}`, { dishId, choice, quantity: known + quantity });
    }
  }
  return [...wanted.values()];
}
