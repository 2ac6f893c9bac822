import type { CampusId, Fen, OrderId, PaymentId, RefundId, Result } from "@sanqi/kernel";
import { reach } from "@sanqi/resilience";
import { nextQuestion, type RefundRefusal } from "../domain/index.ts";
import type { Questions } from "./ask.ts";
import { type Asking, askDue, probePaused } from "./ask-due.ts";
import type { PaymentDeps } from "./prepare.ts";

/** What orders' events and timers do to money. Every call may be repeated at will. */
export type MoneyWork = {
  /**
   * A part of the payment goes back, or all that is left (`amountFen` null). The same key goes back once, however often it is
   * asked for. Errors (with an alarm): more than is left, another amount under the same key.
   */
  requestRefund(request: {
    campusId: CampusId;
    paymentId: PaymentId;
    key: string;
    amountFen: Fen | null;
    reason: string;
    traceId: string;
  }): Promise<Result<"requested" | "known" | "nothingLeft", RefundRefusal>>;
  /**
   * Tells the platform to pay back, when it is the refund's turn and the platform is not given a rest; else the timer sends it
   * later. Throws while the outcome is unknown, so that the event is tried again with the same key.
   */
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
  }): Promise<"noted" | "renewed" | "settled" | "tooLarge">;
  /** The order has ended: no cashier of it may take money any more. */
  closeOpen(request: { campusId: CampusId; orderId: OrderId; traceId: string }): Promise<void>;
  /** Asks about everything whose answer is due; returns how many questions were asked. */
  askDue(traceId: string): Promise<number>;
  /** One question to each platform that this process gives a rest and whose rest is over, so that payment resumes by itself. */
  probePaused(traceId: string): Promise<void>;
};

export function createMoneyWork(
  deps: PaymentDeps,
  parts: Pick<Asking, "breakers" | "asking"> & { questions: Questions },
): MoneyWork {
  const { questions } = parts;
  const { store, gateways, clock, ids } = deps;
  const spacingMs = {
    wechatPay: gateways.wechatPay.refundSpacingMs,
    alipay: gateways.alipay.refundSpacingMs,
  };
  const work: MoneyWork = {
    async requestRefund(request) {
      const requested = await store.requestRefund({
        ...request,
        refundId: ids.next("refund"),
        now: clock.now(),
      });
      reach("refund.requested");
      if (!requested.ok) {
        const { paymentId, key, amountFen } = request;
        deps.alarms.raise("refundRefused", { paymentId, key, amountFen, ...requested.error });
      }
      return requested;
    },

    async sendRefund({ campusId, refundId, traceId }) {
      const turn = await store.takeTurn({ campusId, refundId, spacingMs, now: clock.now() });
      if (turn.kind !== "go") return "taken";
      const { refund, payment } = turn;
      reach("refund.turnTaken");
      if (!parts.breakers.admits(payment.channel)) {
        await store.askRefundLater(campusId, refundId, nextQuestion(clock.now(), 0));
        return "taken";
      }
      const answer = await gateways[payment.channel].refund({
        refundId,
        paymentId: payment.paymentId,
        amount: refund.amountFen,
        total: payment.amountFen,
        reason: refund.reason,
        notifyUrl: deps.notifyUrl(campusId, payment.channel),
      });
      reach("refund.sent");
      if (answer.ok) {
        const effect = await questions.takeRefund(campusId, answer.value, 0, traceId);
        reach("refund.recorded");
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
        // While the platform is given a rest, the timer asks, and closes the payment once its own time is over.
        if (closed.state === "unknown" && parts.breakers.admits(payment.channel))
          throw new Error(`payment ${payment.paymentId} could not be closed yet`);
      }
    },

    askDue: (traceId) => askDue(deps, { ...parts, spacingMs, sendRefund: work.sendRefund }, traceId),
    probePaused: (traceId) => probePaused(deps, parts, traceId),
  };
  return work;
}
