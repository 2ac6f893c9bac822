import { err, ok, second } from "@sanqi/kernel";
import { isReplaced, type Payment, type PaymentState, wasPaid } from "../domain/index.ts";
import type { OrderMoneyUseCases } from "./api.ts";
import type { Questions } from "./ask.ts";
import type { PaymentDeps } from "./prepare.ts";

/** The more a state tells about money, the further in front. */
const telling: readonly PaymentState[] = [
  "paid",
  "refunding",
  "partlyRefunded",
  "refunded",
  "unknown",
  "prepared",
  "closed",
];

/** However often people tap, the platform is asked about an order no sooner than this after the last time. */
const confirmPauseMs = 3 * second;

/** What people may know and ask about the money of an order. */
export function orderMoney(
  deps: PaymentDeps,
  { askPayment }: Pick<Questions, "askPayment">,
): OrderMoneyUseCases {
  const { store, orders, clock } = deps;
  /** A closed payment is asked about as well: the person says that money went. */
  const newest = async (payment: Payment, traceId: string): Promise<PaymentState> =>
    wasPaid.has(payment.state) ? payment.state : (await askPayment(payment, traceId)).state;

  return {
    async confirm({ campusId, accountId, paymentId, traceId }) {
      const payment = await store.load(campusId, paymentId);
      const may =
        payment &&
        (payment.accountId === accountId || (await orders.owns(campusId, accountId, payment.orderId)));
      return may ? ok({ state: await newest(payment, traceId) }) : err({ kind: "paymentNotFound" });
    },

    async confirmOrder({ campusId, accountId, orderId, traceId }) {
      const { payments } = await store.ofOrder(campusId, orderId);
      const owner = await orders.owns(campusId, accountId, orderId);
      const theirs = owner ? payments : payments.filter((payment) => payment.accountId === accountId);
      const [first] = payments;
      if (!first || theirs.length === 0)
        return owner ? ok({ state: "none" }) : err({ kind: "paymentNotFound" });
      const turn = { campusId, paymentId: first.paymentId, now: clock.now(), pauseMs: confirmPauseMs };
      // Not yet: what the platform said last stands in our books.
      const mayAsk = theirs.some(({ state }) => !wasPaid.has(state)) && (await store.takeConfirmTurn(turn));
      const states = await Promise.all(
        theirs.map((payment) => (mayAsk ? newest(payment, traceId) : payment.state)),
      );
      return ok({ state: telling.find((state) => states.includes(state)) ?? "none" });
    },

    async seenByOwner({ campusId, accountId, orderId }) {
      if (!(await orders.owns(campusId, accountId, orderId))) return err({ kind: "paymentNotFound" });
      const { payments, refunds } = await store.ofOrder(campusId, orderId);
      return ok({
        payments: payments.map((payment) => {
          const { paymentId, channel, host, state, amountFen, refundedFen, paidAt } = payment;
          const byMe = payment.accountId === accountId;
          return { paymentId, channel, host, state, amountFen, refundedFen, paidAt, byMe };
        }),
        // What a platform has refused is still on its way for the person: an operator sees to it.
        refunds: refunds
          .filter((refund) => !isReplaced(refund, refunds))
          .map(({ refundId, amountFen, reason, requestedAt, finishedAt, state }) => ({
            ...{ refundId, amountFen, reason, requestedAt, finishedAt },
            state: state === "succeeded" ? "arrived" : "underWay",
          })),
      });
    },
  };
}
