import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { type Inputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

/** What the cart costs, asked anew with every change of it; `input` null: nothing to ask yet. */
export function usePhoneQuote(input: Inputs["quote"] | null) {
  return useQuery({
    queryKey: keys.phoneQuote(input),
    enabled: input !== null,
    placeholderData: keepPreviousData,
    queryFn: () => (input ? rpc.console.quote.query(input) : null),
  });
}

type Order = Omit<Inputs["placeByPhone"], "key">;

/** Places an order. Pressed again after a lost answer, it repeats the same key: one order, however often it is sent. */
export function usePlaceByPhone() {
  const cache = useQueryClient();
  const intent = useRef<{ content: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (order: Order) => {
      const content = JSON.stringify(order);
      if (intent.current?.content !== content) intent.current = { content, key: crypto.randomUUID() };
      return rpc.console.placeByPhone.mutate({ ...order, key: intent.current.key });
    },
    onSuccess: () => {
      intent.current = null;
      return cache.invalidateQueries({ queryKey: keys.orders });
    },
  });
}
