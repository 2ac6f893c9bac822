import type { CampusId, OrderId, PaymentId, RefundId } from "@sanqi/kernel";
import { nextQuestion } from "../domain/index.ts";
import type { Questions } from "./ask.ts";
import type { PaymentDeps } from "./prepare.ts";

/** What orders' events and timers do to money. Every call may be repeated at will. */
export type MoneyWork = {
  /** The payment goes back in full; asked twice, it goes back once. */
  requestRefund(request: {
    campusId: CampusId;
    paymentId: PaymentId;
    reason: string;
    traceId: string;
  }): Promise<void>;
  /** Tells the platform to pay back; throws while the outcome is unknown, so that the event is tried again with the same key. */
  sendRefund(request: { campusId: CampusId; refundId: RefundId; traceId: string }): Promise<void>;
  /** The order has ended: no cashier of it may take money any more. */
  closeOpen(request: { campusId: CampusId; orderId: OrderId; traceId: string }): Promise<void>;
  /** Asks about everything whose answer is due; returns how many questions were asked. */
  askDue(traceId: string): Promise<number>;
};

export function createMoneyWork(deps: PaymentDeps, questions: Questions): MoneyWork {
  const { store, gateways, clock, ids } = deps;
  return {
    requestRefund: ({ campusId, paymentId, reason, traceId }) =>
      store.requestRefund({
        campusId,
        paymentId,
        reason,
        traceId,
        refundId: ids.next("refund"),
        now: clock.now(),
      }),

    async sendRefund({ campusId, refundId, traceId }) {
      const refund = await store.loadRefund(campusId, refundId);
      if (!refund || refund.state === "succeeded" || refund.state === "failed") return;
      const payment = await store.load(campusId, refund.paymentId);
      if (!payment) throw new Error(`refund ${refundId} without its payment`);
      const answer = await gateways[payment.channel].refund({
        refundId,
        paymentId: payment.paymentId,
        amount: refund.amountFen,
        total: payment.amountFen,
        reason: refund.reason,
        notifyUrl: deps.notifyUrl(campusId, payment.channel),
      });
      if (answer.ok) {
        await questions.takeRefund(campusId, answer.value, 0, traceId);
        return;
      }
      if (answer.error.kind === "gatewayUnknown")
        throw new Error(`refund ${refundId}: outcome unknown (${answer.error.detail})`);
      // Refused for good (for example the merchant's balance is short): an operator must act, then replays the event.
      await store.failRefund(campusId, refundId, `${answer.error.code} ${answer.error.detail}`, clock.now());
      deps.alarms.raise("refundFailed", { refundId, code: answer.error.code });
      throw new Error(`refund ${refundId} refused: ${answer.error.code}`);
    },

    async closeOpen({ campusId, orderId, traceId }) {
      const { payments } = await store.ofOrder(campusId, orderId);
      for (const payment of payments.filter((p) => p.state === "prepared" || p.state === "unknown")) {
        const closed = await questions.closePayment(payment, traceId);
        if (closed.state === "unknown")
          throw new Error(`payment ${payment.paymentId} could not be closed yet`);
      }
    },

    async askDue(traceId) {
      const now = clock.now();
      const [payments, refunds] = await Promise.all([store.due(now, 50), store.dueRefunds(now, 50)]);
      for (const payment of payments) await questions.askPayment(payment, traceId, payment.asked + 1);
      for (const refund of refunds) {
        const payment = await store.load(refund.campusId, refund.paymentId);
        const answer = payment && (await gateways[payment.channel].queryRefund(refund));
        if (answer?.ok && answer.value)
          await questions.takeRefund(refund.campusId, answer.value, refund.asked + 1, traceId);
        else
          await store.askRefundLater(refund.campusId, refund.refundId, nextQuestion(now, refund.asked + 1));
      }
      return payments.length + refunds.length;
    },
  };
}
