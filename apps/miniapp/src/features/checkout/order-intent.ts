import type { Fen } from "@sanqi/kernel";
import type { Inputs } from "@/rpc";
import { newKey } from "@/rpc/new-key";
import type { QuoteRequest } from "./order-way";

export type Wishes = { presets: readonly string[]; text: string; cutlery: number; phone: string };
export const noWishes: Wishes = { presets: [], text: "", cutlery: 0, phone: "" };

export const longestNote = 100;
/** Presets first, then the person's own words, as the kitchen reads them. */
export const noteOf = (wishes: Wishes): string =>
  [...wishes.presets, wishes.text.trim()].filter(Boolean).join("；");
export const isPhone = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

type Content = Omit<Inputs["orders"]["place"], "key">;

/**
 * What is ordered: the cart that was priced, with its person's wishes and the amount on the pay button. What the person saw
 * earlier plays no part any more, so that it makes no other order of the same one.
 */
export function contentOf(request: QuoteRequest, wishes: Wishes, totalFen: Fen): Content {
  return {
    ...request,
    lines: request.lines.map(({ dishId, quantity, choices }) => ({ dishId, quantity, choices })),
    note: noteOf(wishes),
    cutlery: wishes.cutlery,
    // only a rider ever calls
    contactPhone: request.handover === "delivery" && wishes.phone ? wishes.phone : null,
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
