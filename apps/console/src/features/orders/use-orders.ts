import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

export type OrderRow = Outputs["orders"][number];

/** The most that the API gives at once; a day with more shows its newest. */
export const dayLimit = 2000;

/** All orders of one day in China, newest first; the table filters them here, so that the counts stay whole. */
export function useOrders(day: string) {
  return useQuery({
    queryKey: keys.ordersOf(day),
    queryFn: () => rpc.console.orders.query({ day, stage: null, text: "", limit: dayLimit }),
    placeholderData: keepPreviousData,
  });
}
