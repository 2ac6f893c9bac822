import type { Fen, OrderId, PaymentId } from "@sanqi/kernel";
import { outsideConsumer, PoisonEvent } from "@sanqi/outbox";
import type { MoneyWork } from "@sanqi/payments/use-cases";

/** What orders agree to give back for one after-sale case; the case's id is the refund's key. */
type RefundAgreed = {
  readonly orderId: OrderId;
  readonly paymentId: PaymentId | null;
  readonly key?: string;
  readonly amountFen?: Fen;
  readonly reason?: string | null;
};

/** An agreed part goes back once for its case. A part that the payment does not hold is parked in an operator's sight. */
export const refundOnAfterSaleDecided = (money: MoneyWork) =>
  outsideConsumer<RefundAgreed>({
    name: "refund-on-after-sale-decided",
    on: ["order.refundAgreed"],
    async handle({ campusId, payload, traceId }) {
      const { orderId, paymentId, key, amountFen } = payload;
      if (!paymentId || !key || amountFen === undefined)
        throw new PoisonEvent(`order ${orderId}: a refund was agreed without payment, key or amount`);
      const reason = payload.reason || "售后退款";
      const wish = { campusId, paymentId, key, amountFen, reason, traceId };
      const requested = await money.requestRefund(wish);
      if (!requested.ok) throw new PoisonEvent(`order ${orderId}: ${JSON.stringify(requested.error)}`);
    },
  });
