import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

export type Case = Outputs["afterSales"][number];

/** Complaints, newest first; they come slowly, and order hints do not name them, so they are read again each half minute. */
export function useAfterSales(open: boolean) {
  return useQuery({
    queryKey: keys.afterSales(open),
    queryFn: () => rpc.console.afterSales.query({ open }),
    refetchInterval: 30_000,
  });
}

/** What has to be read again once something about the complaint of an order has changed. */
function useComplaintChanged() {
  const cache = useQueryClient();
  return (_done: unknown, _error: unknown, { orderId }: { orderId: string }) =>
    Promise.all(
      [keys.allAfterSales, keys.orders, keys.order(orderId)].map((queryKey) =>
        cache.invalidateQueries({ queryKey }),
      ),
    );
}

export function useDecide() {
  return useMutation({
    mutationFn: (input: Inputs["decideAfterSale"]) => rpc.console.decideAfterSale.mutate(input),
    onSettled: useComplaintChanged(),
  });
}

export function useComplainFor() {
  return useMutation({
    mutationFn: (input: Inputs["complainFor"]) => rpc.console.complainFor.mutate(input),
    onSettled: useComplaintChanged(),
  });
}
