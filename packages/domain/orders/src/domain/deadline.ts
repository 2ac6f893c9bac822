import { day, minute, second } from "@sanqi/kernel";
import { hasOpenCase } from "./after-sale.ts";
import { acceptWarning } from "./decide.ts";
import type { Order } from "./order.ts";

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

/** How long after a deadline somebody looks at the latest. */
const lateness = { expire: 10 * second, warn: 10 * second, refuse: 10 * second, complete: 10 * minute };

/** The moment at which to look, epoch ms: the same for all deadlines of some seconds, so that one look serves them all. */
export const wakeAt = ({ at, what }: Deadline): number => Math.ceil(at / lateness[what]) * lateness[what];
