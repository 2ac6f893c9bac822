import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

export type OrderStory = Outputs["order"];

/** An order with its story, money and events; `orderId` comes from an address and may be anything. */
export function useStory(orderId: string) {
  return useQuery({
    queryKey: keys.order(orderId),
    queryFn: () => rpc.console.order.query({ orderId }),
  });
}

export function useCancelOrder() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Inputs["cancelOrder"]) => rpc.console.cancelOrder.mutate(input),
    onSettled: (_done, _error, { orderId }) =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.orders }),
        cache.invalidateQueries({ queryKey: keys.order(orderId) }),
      ]),
  });
}
