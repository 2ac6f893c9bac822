import type { CampusId, OrderId, PaymentId, RefundId } from "@sanqi/kernel";
import { nextQuestion, type Refund } from "../domain/index.ts";
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
  sendRefund(request: {
    campusId: CampusId;
    refundId: RefundId;
    traceId: string;
  }): Promise<"taken" | "mismatch">;
  /** A failed refund anew, once an operator has seen the failure (see the store's renewRefund). */
  renewRefund(request: {
    campusId: CampusId;
    refundId: RefundId;
    traceId: string;
  }): Promise<"noted" | "renewed" | "settled">;
  /** The order has ended: no cashier of it may take money any more. */
  closeOpen(request: { campusId: CampusId; orderId: OrderId; traceId: string }): Promise<void>;
  /** Asks about everything whose answer is due; returns how many questions were asked. */
  askDue(traceId: string): Promise<number>;
};

export function createMoneyWork(deps: PaymentDeps, questions: Questions): MoneyWork {
  const { store, gateways, clock, ids } = deps;
  const work: MoneyWork = {
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
      if (!refund || refund.state === "succeeded" || refund.state === "failed") return "taken";
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
        const effect = await questions.takeRefund(campusId, answer.value, 0, traceId);
        return effect === "mismatch" ? "mismatch" : "taken";
      }
      if (answer.error.kind === "gatewayUnknown")
        throw new Error(`refund ${refundId}: outcome unknown (${answer.error.detail})`);
      // Refused for good, for example because the merchant's balance is short.
      const failure = `${answer.error.code} ${answer.error.detail}`;
      await store.failRefund({ campusId, refundId, failure, now: clock.now(), traceId });
      deps.alarms.raise("refundFailed", { refundId, platformCode: answer.error.code });
      return "taken";
    },

    renewRefund: ({ campusId, refundId, traceId }) =>
      store.renewRefund({ campusId, refundId, newRefundId: ids.next("refund"), now: clock.now(), traceId }),

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
      const due = [
        ...payments.map((payment) => ({
          asked: payment.asked,
          ask: () => questions.askPayment(payment, traceId, payment.asked + 1),
          later: (at: number) => store.askLater(payment.campusId, payment.paymentId, at),
        })),
        ...refunds.map((refund) => ({
          asked: refund.asked,
          ask: () => askRefund(refund, traceId),
          later: (at: number) => store.askRefundLater(refund.campusId, refund.refundId, at),
        })),
      ];
      await eachOf(due, async ({ ask, later, asked }) => {
        // One that fails is asked later, and keeps no other from its turn.
        await ask().catch(() => later(nextQuestion(clock.now(), asked + 1)));
      });
      return due.length;
    },
  };
  return work;

  async function askRefund(refund: Refund & { asked: number }, traceId: string): Promise<void> {
    const { campusId, refundId } = refund;
    const payment = await store.load(campusId, refund.paymentId);
    const answer = payment && (await gateways[payment.channel].queryRefund(refund));
    if (answer?.ok && answer.value) {
      await questions.takeRefund(campusId, answer.value, refund.asked + 1, traceId);
      return;
    }
    await store.askRefundLater(campusId, refundId, nextQuestion(clock.now(), refund.asked + 1));
    // The platform knows nothing of it: asking for the same refund again is harmless and settles it.
    if (answer?.ok) await work.sendRefund({ campusId, refundId, traceId });
  }
}

/** A hanging platform must not hold up the questions to the other one: some run side by side, and no more than that. */
const sideBySide = 8;

async function eachOf<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
}
