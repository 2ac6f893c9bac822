import type { Fen } from "@sanqi/kernel";
import { nextFulfilment } from "@sanqi/orders";
import type { Outputs } from "../../rpc/client.ts";

type Order = Outputs["order"]["order"];

/** Where the food is when its order is stopped: unseen by the kitchen, in its hands, made, or with the rider. */
type Food = "waiting" | "cooking" | "made" | "carried";

/** What an operator's cancel would do to an order: said before it is done. */
export type CancelEffect = {
  readonly refundFen: Fen | null;
  readonly food: Food;
  readonly restocks: boolean;
};

const foodOf: Partial<Record<Order["fulfilment"], Food>> = {
  placed: "waiting",
  accepted: "cooking",
  preparing: "cooking",
  ready: "made",
  pickedUp: "carried",
};

/** Operators may stop an order until it is handed over; null where they may not any more. */
export function cancelEffect(order: Pick<Order, "fulfilment" | "payment" | "amounts">): CancelEffect | null {
  const { fulfilment, payment, amounts } = order;
  const food = foodOf[fulfilment];
  if (!food || !(nextFulfilment(fulfilment, "cancel") ?? nextFulfilment(fulfilment, "refuse"))) return null;
  return {
    refundFen: payment === "paid" ? amounts.totalFen : null,
    food,
    restocks: fulfilment === "placed" || fulfilment === "accepted",
  };
}
