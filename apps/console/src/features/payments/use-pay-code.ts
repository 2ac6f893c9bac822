import { useQuery } from "@tanstack/react-query";
import { rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

type OrderId = Parameters<typeof rpc.payments.payCode.mutate>[0]["orderId"];

/** A code with which anybody may pay for an order of this operator; made once per dialog, because an order has few of them. */
export function usePayCode(orderId: OrderId) {
  return useQuery({
    queryKey: keys.payCode(orderId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: () => rpc.payments.payCode.mutate({ orderId }),
  });
}
