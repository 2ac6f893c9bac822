import { err } from "@sanqi/kernel";
import { type Decided, decided, type Step } from "./decision.ts";
import type { OrderEventType } from "./events.ts";
import type { Order } from "./order.ts";

/** A step of what is said about an order. It moves no lifecycle; but its student sees it, so the version rises. */
const said = (order: Order, command: string, type: OrderEventType, step: Step): Decided =>
  decided(order, {}, { ...step, command, type, from: order.fulfilment, to: order.fulfilment });

/** Who has the lunch may say how it was. */
export function rate(order: Order, step: Step): Decided {
  const { fulfilment } = order;
  if (fulfilment !== "delivered" && fulfilment !== "completed")
    return err({ kind: "transitionRefused", from: fulfilment, command: "rate" });
  return said(order, "rate", "order.rated", step);
}

/** The kitchen answers a review, or changes its answer. */
export const answerReview = (order: Order, step: Step): Decided =>
  said(order, "answerReview", "order.reviewAnswered", step);

/** An operator takes a review off the shop's page, or puts it back. */
export const hideReview = (order: Order, hides: boolean, step: Step): Decided =>
  said(order, hides ? "hideReview" : "showReview", hides ? "order.reviewHidden" : "order.reviewShown", step);
