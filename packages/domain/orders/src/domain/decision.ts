import { addFen, err, fen, ok, type PaymentId, type Result } from "@sanqi/kernel";
import type { OrderError } from "./errors.ts";
import type { OrderEvent, OrderEventPayload, OrderEventType } from "./events.ts";
import { type FulfilmentCommand, nextFulfilment, nextPayment, type PaymentCommand } from "./lifecycle.ts";
import { type Actor, type Order, orderEndedKey } from "./order.ts";
import { refundableByLine } from "./paid-lines.ts";

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
  /** Nothing was cooked: the portions go back to the shelf, and the place in the slot is free again. */
  readonly restock: boolean;
};
export type Decided = Result<Decision, OrderError>;
type EventExtras = Pick<OrderEventPayload, "reminds" | "acceptBy" | "key" | "amountFen">;
export type Step = {
  readonly actor: Actor;
  readonly now: number;
  readonly reason?: string;
  readonly paymentId?: PaymentId;
};

/** What the world is told of one step. `more` is what only some events carry. */
export const event = (
  type: OrderEventType,
  order: Order,
  step: { at: number; reason: string | null; paymentId: PaymentId | null },
  more: EventExtras = {},
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
    handover: order.handover,
    byPhone: order.byPhone,
    slot: order.slot,
    totalFen: order.amounts.totalFen,
    paid: order.paidAt !== null,
    riderId: order.rider?.accountId ?? null,
    riderName: order.rider?.name ?? null,
    promise: order.promise,
    ...step,
    ...more,
  },
});

/** The changed order with one event and one step of its story. */
export function decided(
  before: Order,
  change: Partial<Order>,
  step: Step & {
    command: string;
    from: string;
    to: string;
    type: OrderEventType;
    restock?: boolean;
    more?: EventExtras;
  },
): Decided {
  const order = { ...before, ...change, version: before.version + 1 };
  const reason = step.reason ?? null;
  return ok({
    order,
    events: [
      event(step.type, order, { at: step.now, reason, paymentId: step.paymentId ?? order.paidBy }, step.more),
    ],
    step: { command: step.command, from: step.from, to: step.to, actor: step.actor, reason, at: step.now },
    restock: step.restock ?? false,
  });
}

/** All that is left of an order's money goes back: nobody has earned of it. */
export const owingAll = (order: Order): Order["refunds"] => {
  const parts = refundableByLine(order).filter((part) => part.fen > 0);
  const all = addFen(fen(0), ...parts.map((part) => part.fen));
  return [...order.refunds, { key: orderEndedKey, bearer: null, fen: all, parts, done: false }];
};

/** Moves the food along its lifecycle, and the money with it where the order ends. */
export function fulfil(
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
  const refunds = ends && payment === "refunding" ? owingAll(order) : order.refunds;
  return decided(
    order,
    { ...step.change, fulfilment: to, payment, refunds },
    { ...step, command, from: order.fulfilment, to, type },
  );
}

/** Moves the money along its lifecycle. */
export function pay(
  order: Order,
  command: PaymentCommand,
  type: OrderEventType,
  step: Step & { change?: Partial<Order>; more?: EventExtras },
): Decided {
  const to = nextPayment(order.payment, command);
  if (!to) return err({ kind: "transitionRefused", from: order.payment, command });
  return decided(order, { ...step.change, payment: to }, { ...step, command, from: order.payment, to, type });
}
