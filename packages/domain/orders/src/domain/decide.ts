import { err, minute, ok, type PaymentId, type Result } from "@sanqi/kernel";
import type { OrderError } from "./errors.ts";
import type { OrderEvent, OrderEventType } from "./events.ts";
import { type FulfilmentCommand, nextFulfilment, nextPayment, type PaymentCommand } from "./lifecycle.ts";
import type { Actor, Order } from "./order.ts";

/** An unpaid order is kept this long; then its stock goes back. */
export const unpaidLife = 15 * minute;

/** What a decision leads to: the changed order, what to tell the world, and how the step reads in the order's story. */
export type Decision = {
  readonly order: Order;
  readonly events: readonly OrderEvent[];
  readonly step: {
    readonly command: string;
    readonly from: string;
    readonly to: string;
    readonly actor: Actor;
    readonly reason: string | null;
    readonly at: number;
  };
  /** The portions of this order go back to the shelf. */
  readonly restock: boolean;
};
type Decided = Result<Decision, OrderError>;
type Step = {
  readonly actor: Actor;
  readonly now: number;
  readonly reason?: string;
  readonly paymentId?: PaymentId;
};

const event = (
  type: OrderEventType,
  order: Order,
  step: { at: number; reason: string | null; paymentId: PaymentId | null },
): OrderEvent => ({
  type,
  payload: {
    orderId: order.orderId,
    orderNo: order.orderNo,
    version: order.version,
    accountId: order.accountId,
    host: order.host,
    shopId: order.shop.shopId,
    shopName: order.shop.name,
    placeId: order.place.placeId,
    placeName: order.place.name,
    totalFen: order.amounts.totalFen,
    paid: order.paidAt !== null,
    riderId: order.rider?.accountId ?? null,
    riderName: order.rider?.name ?? null,
    promise: order.promise,
    ...step,
  },
});

function decided(
  before: Order,
  change: Partial<Order>,
  step: Step & { command: string; from: string; to: string; type: OrderEventType; restock?: boolean },
): Decided {
  const order = { ...before, ...change, version: before.version + 1 };
  const reason = step.reason ?? null;
  return ok({
    order,
    events: [event(step.type, order, { at: step.now, reason, paymentId: step.paymentId ?? order.paidBy })],
    step: { command: step.command, from: step.from, to: step.to, actor: step.actor, reason, at: step.now },
    restock: step.restock ?? false,
  });
}

function fulfil(
  order: Order,
  command: FulfilmentCommand,
  type: OrderEventType,
  step: Step & { change?: Partial<Order>; restock?: boolean },
): Decided {
  const to = nextFulfilment(order.fulfilment, command);
  if (!to) return err({ kind: "transitionRefused", from: order.fulfilment, command });
  // An order that ends while paid owes its money back; the refund itself is the payments domain's work.
  const ends = to === "refused" || to === "cancelled" || to === "expired";
  const settle: PaymentCommand = order.payment === "paid" ? "refund" : "close";
  const payment = ends ? (nextPayment(order.payment, settle) ?? order.payment) : order.payment;
  return decided(
    order,
    { ...step.change, fulfilment: to, payment },
    { ...step, command, from: order.fulfilment, to, type },
  );
}

function pay(
  order: Order,
  command: PaymentCommand,
  type: OrderEventType,
  step: Step & { change?: Partial<Order> },
): Decided {
  const to = nextPayment(order.payment, command);
  if (!to) return err({ kind: "transitionRefused", from: order.payment, command });
  return decided(order, { ...step.change, payment: to }, { ...step, command, from: order.payment, to, type });
}

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
  if (order.fulfilment === "placed") return pay(order, "pay", "order.paid", { ...step, change, paymentId });
  return pay(order, "payLate", "order.paidLate", { ...step, change, paymentId });
}

export const finishRefund = (order: Order, step: Step): Decided =>
  pay(order, "refunded", "order.refunded", step);

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

const ownShop = (order: Order, actor: Actor) =>
  actor.kind === "merchant" && actor.shopIds.includes(order.shop.shopId);

export function accept(order: Order, step: Step): Decided {
  if (!ownShop(order, step.actor)) return err({ kind: "orderNotFound" });
  if (order.fulfilment === "placed" && order.payment !== "paid") return err({ kind: "orderNotPaid" });
  return fulfil(order, "accept", "order.accepted", step);
}

export function refuse(order: Order, step: Step & { reason: string }): Decided {
  if (!ownShop(order, step.actor)) return err({ kind: "orderNotFound" });
  if (order.fulfilment === "placed" && order.payment !== "paid") return err({ kind: "orderNotPaid" });
  // What a rider carries is out of the kitchen's hands.
  if (order.fulfilment !== "placed" && order.fulfilment !== "accepted") {
    return err({ kind: "transitionRefused", from: order.fulfilment, command: "refuse" });
  }
  return fulfil(order, "refuse", "order.refused", {
    ...step,
    restock: true,
    change: { refusal: step.reason },
  });
}

export function markReady(order: Order, step: Step): Decided {
  if (!ownShop(order, step.actor)) return err({ kind: "orderNotFound" });
  return fulfil(order, "markReady", "order.ready", step);
}

/** A rider takes the order as soon as the kitchen has accepted it; the first one wins. */
export function claim(order: Order, step: Step): Decided {
  if (step.actor.kind !== "rider") return err({ kind: "notYourTask" });
  if (order.rider && order.rider.accountId !== step.actor.accountId) return err({ kind: "orderTaken" });
  if (order.rider) return err({ kind: "transitionRefused", from: order.fulfilment, command: "claim" });
  if (order.fulfilment !== "accepted" && order.fulfilment !== "ready") {
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

export const complete = (order: Order, step: Step): Decided =>
  fulfil(order, "complete", "order.completed", step);
