import type { PlaceId, ShopId } from "@sanqi/kernel";
import type { Handover } from "@sanqi/orders";
import type { Inputs } from "../../rpc/client.ts";
import type { Dish } from "../shops/use-shops.ts";

/** Portions of a dish with the same choices, each "group:choice". */
export type PhoneLine = {
  readonly dishId: Dish["dishId"];
  readonly choices: readonly string[];
  readonly quantity: number;
};

/** What somebody on the phone has said so far. Nobody phones from a table. */
export type PhoneCart = {
  readonly shopId: ShopId | null;
  readonly handover: Exclude<Handover, "table">;
  readonly placeId: PlaceId | null;
  /** Epoch ms; null: as soon as it can be. */
  readonly slotFrom: number | null;
  readonly lines: readonly PhoneLine[];
};

export const emptyCart: PhoneCart = {
  shopId: null,
  handover: "delivery",
  placeId: null,
  slotFrom: null,
  lines: [],
};

export const lineKey = ({ dishId, choices }: Pick<PhoneLine, "dishId" | "choices">): string =>
  [dishId, ...choices].join(" ");

/** One portion more: of its line where the same dish stands there with the same choices. */
export function withPortion(lines: readonly PhoneLine[], portion: Omit<PhoneLine, "quantity">): PhoneLine[] {
  const sorted = { ...portion, choices: [...portion.choices].sort() };
  const known = lines.some((line) => lineKey(line) === lineKey(sorted));
  return known
    ? lines.map((line) =>
        lineKey(line) === lineKey(sorted) ? { ...line, quantity: line.quantity + 1 } : line,
      )
    : [...lines, { ...sorted, quantity: 1 }];
}

/** So many portions of a line; none takes it out. */
export const withQuantity = (lines: readonly PhoneLine[], key: string, quantity: number): PhoneLine[] =>
  lines
    .map((line) => (lineKey(line) === key ? { ...line, quantity } : line))
    .filter((line) => line.quantity > 0);

/** What to ask the price of; null while something is missing without which there is none. */
export function quotable(cart: PhoneCart): Inputs["quote"] | null {
  const { shopId, handover, placeId, slotFrom, lines } = cart;
  if (!shopId || lines.length === 0 || (handover === "delivery" && !placeId)) return null;
  return {
    shopId,
    handover,
    placeId: handover === "delivery" ? placeId : null,
    slotFrom,
    lines: lines.map(({ dishId, choices, quantity }) => ({ dishId, choices: [...choices], quantity })),
  };
}

export const isMobile = (phone: string): boolean => /^1[3-9]\d{9}$/.test(phone);

/** Groups in which too few or too many choices are picked. */
export const unsettledGroups = (dish: Pick<Dish, "options">, picked: readonly string[]): string[] =>
  dish.options
    .filter((group) => {
      const count = group.choices.filter((choice) => picked.includes(`${group.key}:${choice.key}`)).length;
      return count < group.min || count > group.max;
    })
    .map((group) => group.key);
