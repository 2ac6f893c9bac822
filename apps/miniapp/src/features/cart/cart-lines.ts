import type { DishId } from "@sanqi/kernel";
import type { Dish } from "@/features/shops/dish-labels";
import { lackingGroup, type Picks, portionFen } from "./option-picks";

/** One line of a cart. The same dish with other options is another line. Names are kept to say what has gone. */
export type CartLine = {
  readonly dishId: DishId;
  readonly choices: Picks;
  readonly quantity: number;
  readonly name: string;
  readonly nameEn: string;
  /** The price of one portion that the person saw, in fen; carts that an older app kept lack it. */
  readonly seenFen?: number;
};
export type Cart = readonly CartLine[];

const mostPerLine = 50;
const sorted = (picks: Picks): Picks => [...picks].sort();
export const lineKey = (line: Pick<CartLine, "dishId" | "choices">): string =>
  [line.dishId, ...sorted(line.choices)].join("|");

/** Adds portions to the line with the same options, else a new line at the end. */
export function addToCart(
  cart: Cart,
  dish: Pick<Dish, "dishId" | "name" | "nameEn" | "priceFen" | "options">,
  choices: Picks,
  quantity = 1,
): Cart {
  const key = lineKey({ dishId: dish.dishId, choices });
  const known = cart.find((line) => lineKey(line) === key);
  if (known) return setQuantity(cart, key, known.quantity + quantity);
  return [
    ...cart,
    {
      dishId: dish.dishId,
      choices: sorted(choices),
      quantity: Math.min(quantity, mostPerLine),
      name: dish.name,
      nameEn: dish.nameEn,
      seenFen: portionFen(dish, choices),
    },
  ];
}

/** Zero takes the line out. */
export const setQuantity = (cart: Cart, key: string, quantity: number): Cart =>
  cart.flatMap((line) => {
    if (lineKey(line) !== key) return [line];
    return quantity > 0 ? [{ ...line, quantity: Math.min(quantity, mostPerLine) }] : [];
  });

export const portionsIn = (cart: Cart, dishId: DishId): number =>
  cart.reduce((sum, line) => (line.dishId === dishId ? sum + line.quantity : sum), 0);
export const piecesIn = (cart: Cart): number => cart.reduce((sum, line) => sum + line.quantity, 0);

export type CartTrouble = {
  readonly name: string;
  readonly nameEn: string;
  readonly why: "gone" | "soldOut" | "fewer";
};

/** Fits a stored cart to the menu of now: what cannot be ordered leaves, what is scarce shrinks, and each change is named. */
export function fitToMenu(cart: Cart, dishes: readonly Dish[]): { cart: Cart; troubles: CartTrouble[] } {
  const troubles: CartTrouble[] = [];
  const left = new Map(dishes.map((dish) => [dish.dishId, dish.left]));
  const fitting = cart.flatMap((line) => {
    const say = (why: CartTrouble["why"]) => troubles.push({ name: line.name, nameEn: line.nameEn, why });
    const dish = dishes.find((candidate) => candidate.dishId === line.dishId);
    const offered =
      dish?.options.flatMap((group) =>
        group.choices.map((choice) => ({ ...choice, pick: `${group.key}:${choice.key}` })),
      ) ?? [];
    const known = offered.map(({ pick }) => pick);
    if (
      !dish ||
      line.choices.some((pick) => !known.includes(pick)) ||
      lackingGroup(dish.options, line.choices)
    ) {
      say("gone");
      return [];
    }
    const stock = left.get(line.dishId) ?? 0;
    const pickGone = offered.some((choice) => choice.soldOut && line.choices.includes(choice.pick));
    if (dish.soldOut || stock <= 0 || pickGone) {
      say("soldOut");
      return [];
    }
    left.set(line.dishId, stock - line.quantity);
    if (line.quantity <= stock) return [line];
    say("fewer");
    return [{ ...line, quantity: stock }];
  });
  return { cart: fitting, troubles };
}

/** Price of the dishes in fen, without packing and delivery; lines that the menu does not know cost nothing. */
export function goodsFen(cart: Cart, dishes: readonly Dish[]): number {
  return cart.reduce((sum, line) => {
    const dish = dishes.find((candidate) => candidate.dishId === line.dishId);
    return dish ? sum + portionFen(dish, line.choices) * line.quantity : sum;
  }, 0);
}
