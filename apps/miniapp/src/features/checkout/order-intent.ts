import type { Fen, PlaceId, ShopId } from "@sanqi/kernel";
import type { Cart } from "@/features/cart/cart-lines";
import type { Inputs } from "@/rpc";
import { newKey } from "@/rpc/new-key";

export type Wishes = { presets: readonly string[]; text: string; cutlery: number; phone: string };
export const noWishes: Wishes = { presets: [], text: "", cutlery: 0, phone: "" };

export const longestNote = 100;
/** Presets first, then the person's own words, as the kitchen reads them. */
export const noteOf = (wishes: Wishes): string =>
  [...wishes.presets, wishes.text.trim()].filter(Boolean).join("；");
export const isPhone = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

/** Cart lines as the API takes them. */
export const linesOf = (cart: Cart) =>
  cart.map(({ dishId, quantity, choices }) => ({ dishId, quantity, choices: [...choices] }));

type Content = Omit<Inputs["orders"]["place"], "key">;

export function contentOf(order: {
  shopId: ShopId;
  placeId: PlaceId;
  cart: Cart;
  wishes: Wishes;
  totalFen: Fen;
}): Content {
  const { shopId, placeId, cart, wishes, totalFen } = order;
  return {
    shopId,
    placeId,
    lines: linesOf(cart),
    note: noteOf(wishes),
    cutlery: wishes.cutlery,
    contactPhone: wishes.phone ? wishes.phone : null,
    expectedTotalFen: totalFen,
  };
}

/**
 * Gives the same key for the same content, so that a repeated tap or a retry after a lost answer places one order;
 * other content, or `renew` after an order was placed, gives a new key.
 */
export function createIntent(makeKey: () => string = newKey): {
  keyFor(content: Content): string;
  renew(): void;
} {
  let known: { text: string; key: string } | null = null;
  return {
    keyFor(content) {
      const text = JSON.stringify(content);
      if (known?.text !== text) known = { text, key: makeKey() };
      return known.key;
    },
    renew() {
      known = null;
    },
  };
}
