import type { PlaceId, ShopId } from "@sanqi/kernel";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Cart } from "@/features/cart/cart-lines";
import { type AppFailure, api, failureOf } from "@/rpc";
import { linesOf } from "./order-intent";
import type { Quote } from "./quote-problems";

const pauseMs = 250;
/** A promise grows old: it is asked for again each minute. */
const freshMs = 60_000;

export type LiveQuote = {
  quote: Quote | null;
  failure: AppFailure | null;
  /** True while the shown price may not be the cart's. */
  stale: boolean;
  /** Asks now; resolves to the new quote, or null when it failed. */
  ask: () => Promise<Quote | null>;
};

/** The server's price of a cart, a moment after its last change. */
export function useQuote(shopId: ShopId, placeId: PlaceId | null, cart: Cart): LiveQuote {
  const [state, setState] = useState<{ quote: Quote | null; failure: AppFailure | null; text: string }>({
    quote: null,
    failure: null,
    text: "",
  });
  const turn = useRef(0);
  const text = JSON.stringify([shopId, placeId, linesOf(cart)]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text holds shop, place and lines
  const ask = useCallback(async () => {
    if (!placeId || cart.length === 0) return null;
    turn.current += 1;
    const mine = turn.current;
    try {
      const quote = await api.orders.quote.query({ shopId, placeId, lines: linesOf(cart) });
      if (mine === turn.current) setState({ quote, failure: null, text });
      return quote;
    } catch (error) {
      if (mine === turn.current) setState((before) => ({ ...before, failure: failureOf(error), text }));
      return null;
    }
  }, [text]);
  useEffect(() => {
    const first = setTimeout(() => void ask(), pauseMs);
    const again = setInterval(() => void ask(), freshMs);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [ask]);
  return { quote: state.quote, failure: state.failure, stale: state.text !== text, ask };
}
