import { err, type Fen, hour, minute, type PaymentId } from "@sanqi/kernel";
import { closedByRefund, hasOpenCase } from "./after-sale.ts";
import { type Decided, type Decision, decided, event, fulfil, owingAll, pay, type Step } from "./decision.ts";
import type { Actor, Order } from "./order.ts";

/** An unpaid order is kept this long; then its stock goes back. */
export const unpaidLife = 15 * minute;
/** A kitchen has this long to accept a paid order: the promise counts from now, and no student waits longer for a yes. */
export const acceptWithin = 10 * minute;
/** Half of it is left when everybody is warned: time enough for a kitchen that did not hear the bell. */
export const acceptWarning = 5 * minute;
/** A pre-order can wait, but a student who is let down needs time to find another lunch. */
const acceptBeforeSlot = 45 * minute;
/** Riders take a pre-order when its time comes near, not a week before. */
export const carryBeforeSlot = hour;
const unacceptedReason = "商家超时未接单";

/** The first step of an order's story. */
export const placed = (order: Order, actor: Actor): Decision => ({
  order,
  events: [event("order.placed", order, { at: order.placedAt, reason: null, paymentId: null })],
  step: { command: "place", from: "none", to: order.fulfilment, actor, reason: null, at: order.placedAt },
  restock: false,
});

/**
 * Money arrived. For an order that has ended meanwhile it is late; a second payment of a paid order is one too many:
 * both go back in full. The same payment told twice changes nothing.
 */
export function receivePayment(
  order: Order,
  payment: { paymentId: PaymentId; paidAt: number },
  step: Step,
): Decided | "known" {
  const { paymentId, paidAt } = payment;
  if (order.paidBy === paymentId) return "known";
  if (order.paidBy !== null) {
    const state = order.payment;
    return decided(
      order,
      {},
      { ...step, command: "payTwice", from: state, to: state, type: "order.paidTwice", paymentId },
    );
  }
  const change = { paidAt, paidBy: paymentId };
  if (order.fulfilment === "placed") {
    // Counted from now, not from the platform's time: a kitchen that is told late has its full time all the same.
    const soon = step.now + acceptWithin;
    const acceptBy = order.slot ? Math.max(soon, order.slot.from - acceptBeforeSlot) : soon;
    return pay(order, "pay", "order.paid", { ...step, change: { ...change, acceptBy }, paymentId });
  }
  const late = { ...change, refunds: owingAll(order) };
  return pay(order, "payLate", "order.paidLate", { ...step, change: late, paymentId });
}

/** Money has arrived back. `full`: nothing is left of the payment. */
export function finishRefund(
  order: Order,
  refund: { key: string; amountFen: Fen; full: boolean },
  step: Step,
): Decided {
  const { key, amountFen, full } = refund;
  const refunds = order.refunds.map((r) => (r.key === key ? { ...r, done: true } : r));
  const afterSale = closedByRefund(order.afterSale, key, step.now);
  return pay(order, full ? "refunded" : "refundedPart", "order.refunded", {
    ...step,
    change: { refunds, afterSale },
    more: { key, amountFen },
  });
}

/**
 * Students cancel until the kitchen accepts. Operators end an order until it is handed over: a rider may go home, a student
 * may never come to the door. Once the food is made, its portions do not go back to the shelf.
 */
export function cancel(order: Order, step: Step & { reason: string }): Decided {
  if (step.actor.kind === "operator" && order.fulfilment !== "placed") {
    const restock = order.fulfilment === "accepted";
    return fulfil(order, "refuse", "order.refused", { ...step, restock, change: { refusal: step.reason } });
  }
  return fulfil(order, "cancel", "order.cancelled", { ...step, restock: true });
}

/** Unpaid orders only: a paid one is never expired by a timer. */
export function expire(order: Order, step: Step): Decided {
  if (order.payment !== "unpaid" || step.now < order.payBy) {
    return err({ kind: "transitionRefused", from: order.payment, command: "expire" });
  }
  return fulfil(order, "expire", "order.expired", { ...step, restock: true });
}

const waitsForKitchen = (order: Order) => order.fulfilment === "placed" && order.payment === "paid";

/** Once per order: the kitchen's board turns red, and the student learns until when the kitchen has time. */
export function warnUnaccepted(order: Order, step: Step): Decided {
  const { acceptBy } = order;
  const due = acceptBy !== null && step.now >= acceptBy - acceptWarning;
  if (!waitsForKitchen(order) || !due || order.unacceptedAt !== null) {
    return err({ kind: "transitionRefused", from: order.fulfilment, command: "warn" });
  }
  const { fulfilment } = order;
  return decided(
    order,
    { unacceptedAt: step.now },
    {
      ...step,
      command: "warn",
      from: fulfilment,
      to: fulfilment,
      type: "order.unaccepted",
      more: { acceptBy },
    },
  );
}

/** Nobody in the kitchen answered in time: refused in its stead, with all that a refusal brings (stock, full refund). */
export function refuseUnaccepted(order: Order, step: Step): Decided {
  if (!waitsForKitchen(order) || order.acceptBy === null || step.now < order.acceptBy) {
    return err({ kind: "transitionRefused", from: order.fulfilment, command: "refuse" });
  }
  const reason = unacceptedReason;
  return fulfil(order, "refuse", "order.refused", {
    ...step,
    reason,
    restock: true,
    change: { refusal: reason },
  });
}

const ownShop = (order: Order, actor: Actor) =>
  actor.kind === "merchant" && actor.shopIds.includes(order.shop.shopId);

export function accept(order: Order, step: Step): Decided {
  if (!ownShop(order, step.actor)) return err({ kind: "orderNotFound" });
  if (order.fulfilment === "placed" && order.payment !== "paid") return err({ kind: "orderNotPaid" });
  return fulfil(order, "accept", "order.accepted", { ...step, change: { acceptedAt: step.now } });
}

export function refuse(order: Order, step: Step & { reason: string }): Decided {
  if (!ownShop(order, step.actor)) return err({ kind: "orderNotFound" });
  if (order.fulfilment === "placed" && order.payment !== "paid") return err({ kind: "orderNotPaid" });
  // What is cooked or carried is out of the kitchen's hands.
  const { fulfilment } = order;
  if (fulfilment !== "placed" && fulfilment !== "accepted" && fulfilment !== "preparing") {
    return err({ kind: "transitionRefused", from: fulfilment, command: "refuse" });
  }
  return fulfil(order, "refuse", "order.refused", {
    ...step,
    restock: fulfilment !== "preparing",
    change: { refusal: step.reason },
  });
}

/** The kitchen starts to cook; kitchens that do not tell go from accepted to ready. */
export function prepare(order: Order, step: Step): Decided {
  if (!ownShop(order, step.actor)) return err({ kind: "orderNotFound" });
  return fulfil(order, "prepare", "order.preparing", step);
}

export function markReady(order: Order, step: Step): Decided {
  if (!ownShop(order, step.actor)) return err({ kind: "orderNotFound" });
  return fulfil(order, "markReady", "order.ready", step);
}

/** A rider takes the order as soon as the kitchen has accepted it; the first one wins. */
export function claim(order: Order, step: Step): Decided {
  if (step.actor.kind !== "rider") return err({ kind: "notYourTask" });
  if (order.handover !== "delivery") return err({ kind: "notYourTask" });
  if (order.rider && order.rider.accountId !== step.actor.accountId) return err({ kind: "orderTaken" });
  if (order.rider) return err({ kind: "transitionRefused", from: order.fulfilment, command: "claim" });
  const early = order.slot !== null && step.now < order.slot.from - carryBeforeSlot;
  if (early || !["accepted", "preparing", "ready"].includes(order.fulfilment)) {
    return err({ kind: "transitionRefused", from: order.fulfilment, command: "claim" });
  }
  const rider = { accountId: step.actor.accountId, name: step.actor.name };
  return decided(
    order,
    { rider },
    { ...step, command: "claim", from: order.fulfilment, to: order.fulfilment, type: "order.claimed" },
  );
}

const carriedBy = (order: Order, actor: Actor) =>
  actor.kind === "rider" && order.rider?.accountId === actor.accountId;

export function pickUp(order: Order, step: Step): Decided {
  if (!carriedBy(order, step.actor)) return err({ kind: "notYourTask" });
  return fulfil(order, "pickUp", "order.pickedUp", step);
}

/** Handed over against the student's code (compared by the caller, which also counts wrong tries). */
export function deliver(order: Order, step: Step): Decided {
  if (!carriedBy(order, step.actor)) return err({ kind: "notYourTask" });
  return fulfil(order, "deliver", "order.delivered", { ...step, change: { deliveredAt: step.now } });
}

/** Fetched at the counter against the student's code (compared by the caller), or served at the table. */
export function handOver(order: Order, step: Step): Decided {
  if (!ownShop(order, step.actor)) return err({ kind: "orderNotFound" });
  if (order.handover === "delivery")
    return err({ kind: "transitionRefused", from: order.fulfilment, command: "handOver" });
  return fulfil(order, "handOver", "order.delivered", { ...step, change: { deliveredAt: step.now } });
}

/** Over for good; not while a complaint is open. */
export function complete(order: Order, step: Step): Decided {
  if (hasOpenCase(order))
    return err({ kind: "transitionRefused", from: order.afterSale?.state ?? "", command: "complete" });
  return fulfil(order, "complete", "order.completed", step);
}
