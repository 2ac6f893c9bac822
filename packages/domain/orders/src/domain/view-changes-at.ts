import { afterSaleWithin, canComplain } from "./after-sale.ts";
import type { Order } from "./order.ts";

/**
 * Epoch ms at which its student's view of an order next reads differently although nothing happened to it; null: never. All
 * other times of a view are told as times, which the client compares.
 */
export const viewChangesAt = (order: Order, now: number): number | null =>
  order.deliveredAt !== null && canComplain(order, now) ? order.deliveredAt + afterSaleWithin : null;
