import { day, err } from "@sanqi/kernel";
import { hasOpenCase } from "./after-sale.ts";
import { acceptWarning, complete, expire, refuseUnaccepted, warnUnaccepted } from "./decide.ts";
import type { Decided } from "./decision.ts";
import type { Actor, Order } from "./order.ts";

/** Delivered so long ago without a complaint, an order is over. */
export const completedAfter = day;

export type Deadline = {
  /** Epoch ms. */
  readonly at: number;
  readonly what: "expire" | "warn" | "refuse" | "complete";
};

/** What happens next to an order that nobody touches; null: nothing, or a person has to act. */
export function nextDeadline(order: Order): Deadline | null {
  const { fulfilment, payment, payBy, acceptBy, unacceptedAt, deliveredAt } = order;
  if (fulfilment === "placed" && payment === "unpaid") return { at: payBy, what: "expire" };
  if (fulfilment === "placed" && payment === "paid" && acceptBy !== null)
    return unacceptedAt === null
      ? { at: acceptBy - acceptWarning, what: "warn" }
      : { at: acceptBy, what: "refuse" };
  if (fulfilment === "delivered" && deliveredAt !== null && !hasOpenCase(order))
    return { at: deliveredAt + completedAfter, what: "complete" };
  return null;
}

const timers = {
  expire: { decide: expire, name: "unpaid-timer" },
  warn: { decide: warnUnaccepted, name: "acceptance-timer" },
  refuse: { decide: refuseUnaccepted, name: "acceptance-timer" },
  complete: { decide: complete, name: "completion-timer" },
} as const;

/** Does what is due; refused where nothing is, because the order has moved on or it is too early. */
export function meetDeadline(order: Order, now: number): Decided {
  const due = nextDeadline(order);
  if (!due || due.at > now)
    return err({ kind: "transitionRefused", from: order.fulfilment, command: due?.what ?? "expire" });
  // After a standstill nobody is warned of what ends in the same moment.
  const late = due.what === "warn" && order.acceptBy !== null && order.acceptBy <= now;
  const { decide, name } = timers[late ? "refuse" : due.what];
  const actor: Actor = { kind: "system", name };
  return decide(order, { actor, now });
}
