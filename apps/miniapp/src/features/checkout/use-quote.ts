import { useCallback, useEffect, useRef, useState } from "react";
import { type AppFailure, api, failureOf } from "@/rpc";
import type { QuoteRequest } from "./order-way";
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

/** The server's price of a cart, a moment after its last change; nothing is asked while there is no request. */
export function useQuote(request: QuoteRequest | null): LiveQuote {
  const [state, setState] = useState<{ quote: Quote | null; failure: AppFailure | null; text: string }>({
    quote: null,
    failure: null,
    text: "",
  });
  const turn = useRef(0);
  const text = JSON.stringify(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is the request
  const ask = useCallback(async () => {
    if (!request) return null;
    turn.current += 1;
    const mine = turn.current;
    try {
      const quote = await api.orders.quote.query(request);
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
