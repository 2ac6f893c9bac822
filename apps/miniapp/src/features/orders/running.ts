import { isRunning } from "@sanqi/orders";
import type { Outputs } from "@/rpc";

export type OrderCardData = Outputs["orders"]["list"]["orders"][number];

/** Running orders first, the one that needs the person (payment) before the others, then by promised time. */
export function splitRunning(orders: readonly OrderCardData[]): {
  running: OrderCardData[];
  earlier: OrderCardData[];
} {
  const urgency = (order: OrderCardData) =>
    order.stage === "awaitingPayment" ? 0 : order.stage === "onTheWay" ? 1 : 2;
  const running = orders
    .filter((order) => isRunning(order.stage))
    .sort((a, b) => urgency(a) - urgency(b) || a.promise.earliest - b.promise.earliest);
  return { running, earlier: orders.filter((order) => !isRunning(order.stage)) };
}

/** Joins a page to what is there: an order that moved between two reads must not stand twice. */
export function joinPages(shown: readonly OrderCardData[], more: readonly OrderCardData[]): OrderCardData[] {
  const ids = new Set(shown.map((order) => order.orderId));
  return [...shown, ...more.filter((order) => !ids.has(order.orderId))];
}
