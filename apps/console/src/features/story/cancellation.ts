import type { Fen } from "@sanqi/kernel";
import { nextFulfilment } from "@sanqi/orders";
import type { Outputs } from "../../rpc/client.ts";

type Order = Outputs["order"]["order"];

/** What an operator's cancel would do to an order: said before it is done. */
export type CancelEffect = { readonly refundFen: Fen | null; readonly cooking: boolean };

/** Operators may stop an order until the food leaves the kitchen; null where they may not any more. */
export function cancelEffect(order: Pick<Order, "fulfilment" | "payment" | "amounts">): CancelEffect | null {
  const cooking = order.fulfilment === "accepted";
  if (!cooking && !nextFulfilment(order.fulfilment, "cancel")) return null;
  return { refundFen: order.payment === "paid" ? order.amounts.totalFen : null, cooking };
}
