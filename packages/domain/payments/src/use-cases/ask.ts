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
  ) => {
    const now = deps.clock.now();
    const settled = await deps.store.settle({
      campusId,
      answer,
      now,
      askAt: nextQuestion(now, asked),
      traceId,
    });
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
      return { ...payment, state: "unknown" };
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

  /** Nobody may pay any more. A payment that slips in between closing and now shows up as paid. */
  async function closePayment(payment: Payment, traceId: string): Promise<Payment> {
    const gateway = deps.gateways[payment.channel];
    const closed = await gateway.close(payment.paymentId);
    const base = {
      paymentId: payment.paymentId,
      transactionId: null,
      amount: null,
      currency: "CNY",
      paidAt: null,
    };
    if (closed.ok)
      return (await take(payment.campusId, { ...base, state: "closed" }, 0, traceId))?.payment ?? payment;
    const answer = await gateway.query(payment.paymentId);
    if (answer.ok && answer.value && answer.value.state !== "unpaid") {
      return (await take(payment.campusId, answer.value, 0, traceId))?.payment ?? payment;
    }
    // A trade that the platform has never seen cannot be paid any more once its time is over.
    if (answer.ok && answer.value === null && deps.clock.now() >= payment.expiresAt) {
      return (await take(payment.campusId, { ...base, state: "closed" }, 0, traceId))?.payment ?? payment;
    }
    await deps.store.markUnknown(payment.campusId, payment.paymentId, nextQuestion(deps.clock.now(), 0));
    return { ...payment, state: "unknown" };
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
      deps.alarms.raise("refundFailed", { refundId: answer.refundId, state: answer.state });
    return effect;
  }

  return { askPayment, closePayment, take, takeRefund };
}
export type Questions = ReturnType<typeof createQuestions>;
