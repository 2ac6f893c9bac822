import { chinaDay } from "@sanqi/kernel";
import { useNow } from "../../ui/clock.ts";
import { isDue } from "../after-sales/filters.ts";
import { useAfterSales } from "../after-sales/use-after-sales.ts";
import { attentionCount } from "../operations/attention.ts";
import { useAttention } from "../operations/use-operations.ts";
import { countLanes } from "../orders/filters.ts";
import { useOrders } from "../orders/use-orders.ts";
import { useDifferences } from "../reconciliation/use-reconciliation.ts";

/** How much on each page waits for an operator, by the page's key. */
export function useWaiting(): Readonly<Record<string, number>> {
  const now = useNow(15_000);
  const orders = useOrders(chinaDay(now));
  const complaints = useAfterSales(true);
  const differences = useDifferences(true);
  const attention = useAttention();
  return {
    orders: countLanes(orders.data ?? [], now).late,
    "after-sales": complaints.data?.filter((one) => isDue(one, now)).length ?? 0,
    reconciliation: differences.data?.filter((one) => one.state === "open").length ?? 0,
    operations: attentionCount(attention.data),
  };
}
