import type { Words } from "@sanqi/kernel";
import type { Dish } from "@/features/shops/dish-labels";
import type { Outputs } from "@/rpc";
import type { Cart, CartLine } from "./cart-lines";
import { portionFen } from "./option-picks";

/** A price that moved after the dish had gone into the cart. Fen of one portion. */
export type PriceMove = { readonly name: Words; readonly fromFen: number; readonly toFen: number };

/** What a line costs otherwise than when it was added; null where nothing moved, or nobody remembers what was seen. */
export function moveOf(line: CartLine, dish: Pick<Dish, "priceFen" | "options">): PriceMove | null {
  const toFen = portionFen(dish, line.choices);
  if (line.seenFen === undefined || line.seenFen === toFen) return null;
  return { name: { zh: line.name, en: line.nameEn }, fromFen: line.seenFen, toFen };
}

type Changed = Outputs["orders"]["quote"]["changed"];

/** The cart after its person has looked at the new prices that the server named. */
export const acceptPrices = (cart: Cart, changed: Changed): Cart =>
  cart.map((line) => {
    const move = changed.find(
      ({ dishId, fromFen }) => dishId === line.dishId && (fromFen as number) === line.seenFen,
    );
    return move ? { ...line, seenFen: move.toFen } : line;
  });

type Hint = Outputs["orders"]["quote"]["notApplied"][number];

/** The offer that is nearest, unless it would take more than the cart holds already: farther ones are only noise. */
export const nextOffer = (notApplied: readonly Hint[], goodsFen: number): Hint | null =>
  notApplied
    .filter(({ missingFen }) => missingFen !== undefined && missingFen <= goodsFen)
    .sort((a, b) => (a.missingFen ?? 0) - (b.missingFen ?? 0))[0] ?? null;
