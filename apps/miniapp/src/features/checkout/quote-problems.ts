import type { Words } from "@sanqi/kernel";
import type { Cart } from "@/features/cart/cart-lines";
import type { Outputs } from "@/rpc";

export type Quote = Outputs["orders"]["quote"];
type Problem = Quote["problems"][number];
type Line = Quote["lines"][number];

const dishOf = (problem: Problem["problem"]): string | null => ("dishId" in problem ? problem.dishId : null);

/** What keeps a cart from being ordered: at the line it concerns, else for the whole order, in the server's order. */
export function sortProblems(
  problems: readonly Problem[],
  cart: Cart,
): { byDish: Map<string, Words[]>; general: Words[] } {
  const byDish = new Map<string, Words[]>();
  const general: Words[] = [];
  for (const { problem, words } of problems) {
    const dishId = dishOf(problem);
    if (dishId === null || !cart.some((line) => line.dishId === dishId)) general.push(words);
    else byDish.set(dishId, [...(byDish.get(dishId) ?? []), words]);
  }
  return { byDish, general };
}

/** The priced line of each cart line; null where the server could not price it. Both keep the cart's order. */
export function pairLines(cart: Cart, lines: readonly Line[]): (Line | null)[] {
  let next = 0;
  return cart.map((wanted) => {
    const line = lines[next];
    if (!line || line.dishId !== wanted.dishId || line.choices.length !== wanted.choices.length) return null;
    next += 1;
    return line;
  });
}

export type PriceChange = { name: Words; beforeFen: number; afterFen: number };

/** What costs something else than a moment ago: one portion of a dish, packing or delivery. */
export function priceChanges(before: Quote | null, after: Quote): PriceChange[] {
  if (!before) return [];
  const nameOf = (line: Line) => [line.dishId, ...line.choices.map((choice) => choice.key)].join("|");
  const known = new Map(before.lines.map((line) => [nameOf(line), line.unitFen as number]));
  const changes = after.lines.map((line) => ({
    name: { zh: line.name, en: line.nameEn },
    beforeFen: known.get(nameOf(line)) ?? line.unitFen,
    afterFen: line.unitFen as number,
  }));
  const fees = (["packingFen", "deliveryFeeFen"] as const).map((key) => ({
    name: key === "packingFen" ? { zh: "打包费", en: "Packing" } : { zh: "配送费", en: "Delivery" },
    beforeFen: before.amounts[key] as number,
    afterFen: after.amounts[key] as number,
  }));
  return [...changes, ...fees].filter((change) => change.beforeFen !== change.afterFen);
}
