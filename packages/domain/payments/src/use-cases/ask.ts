import { second } from "@sanqi/kernel";
import { reach } from "@sanqi/resilience";
import { nextQuestion, type Payment, type Refund } from "../domain/index.ts";
import type { GatewayPayment, GatewayRefund } from "./ports.ts";
import type { PaymentDeps } from "./prepare.ts";

/** Payment state is asked, not assumed: these ask the platform and take over its answer. */
export function createQuestions(deps: PaymentDeps) {
  const take = async (
    campusId: Payment["campusId"],
    answer: GatewayPayment,
    asked: number,
    traceId: string,
    lastQuestionAt: number | null = null,
  ) => {
    const now = deps.clock.now();
    const askAt = nextQuestion(now, asked);
    reach("payment.told");
    const settled = await deps.store.settle({ campusId, answer, now, askAt, lastQuestionAt, traceId });
    reach("payment.settled");
    if (settled?.effect === "mismatch") {
      deps.alarms.raise("amountMismatch", {
        paymentId: answer.paymentId,
        expected: settled.payment.amountFen,
        told: answer.amount,
        currency: answer.currency,
      });
    }
    return settled;
  };

  /** Asks about one payment; closes it at the platform when its time is over and nobody paid. */
  async function askPayment(payment: Payment, traceId: string, asked = 0): Promise<Payment> {
    const gateway = deps.gateways[payment.channel];
    const answer = await gateway.query(payment.paymentId);
    const now = deps.clock.now();
    if (!answer.ok) {
      await deps.store.markUnknown(payment.campusId, payment.paymentId, nextQuestion(now, asked));
      return { ...payment, state: payment.state === "closed" ? "closed" : "unknown" };
    }
    const unpaid = answer.value === null || answer.value.state === "unpaid";
    if (unpaid && now >= payment.expiresAt) return closePayment(payment, traceId);
    // Unknown to the platform and still in time: nobody has opened the cashier yet (DingTalk order strings).
    if (!answer.value) {
      await deps.store.askLater(payment.campusId, payment.paymentId, nextQuestion(now, asked));
      return payment;
    }
    const settled = await take(payment.campusId, answer.value, asked, traceId);
    return settled?.payment ?? payment;
  }

  /**
   * Nobody may pay any more. A payment that slips in between closing and now shows up as paid. One that was closed before
   * its time is asked about once more when its time is over: an order string, or a prepay that was under way, may outlive
   * the closing, and its notification may be lost.
   */
  async function closePayment(payment: Payment, traceId: string): Promise<Payment> {
    const { campusId, paymentId, expiresAt } = payment;
    const gateway = deps.gateways[payment.channel];
    const closed = await gateway.close(paymentId);
    const answer = await gateway.query(paymentId);
    const state = answer.ok ? (answer.value?.state ?? "unseen") : "unknown";
    if (answer.ok && answer.value && (state === "paid" || state === "refunded")) {
      return (await take(campusId, answer.value, 0, traceId))?.payment ?? payment;
    }
    const now = deps.clock.now();
    if (closed.ok || state === "unseen" || state === "closed") {
      const told = {
        paymentId,
        state: "closed",
        transactionId: null,
        amount: null,
        currency: "CNY",
        paidAt: null,
      } as const;
      const lastQuestionAt = now < expiresAt ? expiresAt + second : null;
      return (await take(campusId, told, 0, traceId, lastQuestionAt))?.payment ?? payment;
    }
    await deps.store.markUnknown(campusId, paymentId, nextQuestion(now, 0));
    return { ...payment, state: payment.state === "closed" ? "closed" : "unknown" };
  }

  async function takeRefund(
    campusId: Refund["campusId"],
    answer: GatewayRefund,
    asked: number,
    traceId: string,
  ) {
    const now = deps.clock.now();
    const effect = await deps.store.settleRefund({
      campusId,
      answer,
      now,
      askAt: nextQuestion(now, asked),
      traceId,
    });
    if (effect === "mismatch")
      deps.alarms.raise("amountMismatch", { refundId: answer.refundId, told: answer.amount });
    if (effect === "failed")
      deps.alarms.raise("refundFailed", { refundId: answer.refundId, platformState: answer.state });
    return effect;
  }

  return { askPayment, closePayment, take, takeRefund };
}
export type Questions = ReturnType<typeof createQuestions>;
