import {
  type CampusId,
  type Clock,
  err,
  type Fen,
  type OrderId,
  type PaymentId,
  type Result,
} from "@sanqi/kernel";
import {
  type Actor,
  acceptWarning,
  complete,
  completedAfter,
  type Decision,
  expire,
  finishRefund,
  type Order,
  type OrderError,
  receivePayment,
  refuseUnaccepted,
  warnUnaccepted,
} from "../domain/index.ts";
import type { Decide, OrderStore } from "./ports.ts";

type Deps = { readonly store: OrderStore; readonly clock: Clock };
type Decided = Result<Decision, OrderError>;

/** What timers and other domains' events do to orders. */
export type SystemCommands = {
  /** Does all that is due. Answers how many ms are left until `at` (epoch ms) where it is too early for that, otherwise null. */
  meetDeadlines(at: number, traceId: string): Promise<{ againInMs: number } | null>;
  /** Unpaid orders past their time; returns how many were closed. */
  expireOverdue(traceId: string): Promise<number>;
  /** Refuses paid orders whose kitchen did not answer in time and warns of those near it; returns how many changed. */
  watchAcceptance(traceId: string): Promise<number>;
  /** Delivered a day ago and nobody complained. */
  completeDelivered(traceId: string): Promise<number>;
  paymentDecision(payment: { paymentId: PaymentId; paidAt: number }, now: number): Decide;
  refundDecision(
    refund: { paymentId: PaymentId; key: string; amountFen: Fen; full: boolean },
    now: number,
  ): Decide;
};

/** Orders that are read at once. */
const batch = 200;

const system = (name: string): Actor => ({ kind: "system", name });

export function createSystemCommands({ store, clock }: Deps): SystemCommands {
  const each = async (
    found: { campusId: CampusId; orderId: OrderId }[],
    traceId: string,
    decide: (order: Order, now: number) => Decided,
  ) => {
    let changed = 0;
    for (const { campusId, orderId } of found) {
      const result = await store.change({ campusId, orderId, traceId }, (order) =>
        decide(order, clock.now()),
      );
      if (result.ok) changed += 1;
    }
    return changed;
  };
  const sweeps: Pick<SystemCommands, "expireOverdue" | "watchAcceptance" | "completeDelivered"> = {
    expireOverdue: async (traceId) =>
      each(await store.overdue(clock.now(), batch), traceId, (order, now) =>
        expire(order, { actor: system("unpaid-timer"), now }),
      ),
    async watchAcceptance(traceId) {
      const timer = system("acceptance-timer");
      // Refused first: after a standstill nobody is warned of what ends in the same moment.
      const refused = await each(
        await store.unaccepted(clock.now(), { warned: true }, batch),
        traceId,
        (order, now) => refuseUnaccepted(order, { actor: timer, now }),
      );
      const warned = await each(
        await store.unaccepted(clock.now() + acceptWarning, { warned: false }, batch),
        traceId,
        (order, now) => warnUnaccepted(order, { actor: timer, now }),
      );
      return refused + warned;
    },
    completeDelivered: async (traceId) =>
      each(await store.deliveredBefore(clock.now() - completedAfter, batch), traceId, (order, now) =>
        complete(order, { actor: system("completion-timer"), now }),
      ),
  };
  return {
    ...sweeps,
    async meetDeadlines(at, traceId) {
      if (at > clock.now()) return { againInMs: at - clock.now() };
      for (;;) {
        const changed =
          (await sweeps.expireOverdue(traceId)) +
          (await sweeps.watchAcceptance(traceId)) +
          (await sweeps.completeDelivered(traceId));
        // Each of them looks at so many at a time.
        if (changed < batch) return null;
      }
    },
    paymentDecision: (payment, now) => (order) => {
      const decision = receivePayment(order, payment, { actor: system("payment"), now });
      return decision === "known"
        ? err({ kind: "transitionRefused", from: order.payment, command: "pay" })
        : decision;
    },
    refundDecision: (refund, now) => (order) =>
      // The refund of a second payment says nothing about the first.
      order.paidBy === refund.paymentId
        ? finishRefund(order, refund, { actor: system("refund"), now })
        : err({ kind: "transitionRefused", from: order.payment, command: "refunded" }),
  };
}
