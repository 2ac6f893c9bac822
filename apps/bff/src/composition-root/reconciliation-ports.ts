import { isId } from "@sanqi/kernel";
import type { Gateways, MoneyWork, PaymentStore } from "@sanqi/payments/use-cases";
import type { PlatformQuestions } from "@sanqi/reconciliation/use-cases";

type Parts = {
  readonly gateways: Gateways;
  readonly payments: Pick<PaymentStore, "askLater" | "askRefundLater">;
  readonly money: Pick<MoneyWork, "askDue">;
};

/** Before everything else that is due. */
const atOnce = 0;

/** Asks the gateway, then lets payments ask once more by their own rules: only these ever change a payment. */
export const platformQuestions = ({ gateways, payments, money }: Parts): PlatformQuestions => ({
  async ask({ campusId, channel, paymentId, refundId, traceId }) {
    const gateway = gateways[channel];
    if (!isId("payment", paymentId)) return { said: "notOurNumber", amountFen: null };
    if (refundId === null) {
      const answer = await gateway.query(paymentId);
      if (!answer.ok) return { said: answer.error.kind, amountFen: null };
      await payments.askLater(campusId, paymentId, atOnce);
      await money.askDue(traceId);
      return { said: answer.value?.state ?? "unknownToPlatform", amountFen: answer.value?.amount ?? null };
    }
    if (!isId("refund", refundId)) return { said: "notOurNumber", amountFen: null };
    const answer = await gateway.queryRefund({ refundId, paymentId });
    if (!answer.ok) return { said: answer.error.kind, amountFen: null };
    await payments.askRefundLater(campusId, refundId, atOnce);
    await money.askDue(traceId);
    return { said: answer.value?.state ?? "unknownToPlatform", amountFen: answer.value?.amount ?? null };
  },
});
