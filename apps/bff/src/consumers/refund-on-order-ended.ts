import { type OrderEventPayload, orderEndedKey } from "@sanqi/orders";
import { outsideConsumer, PoisonEvent } from "@sanqi/outbox";
import type { MoneyWork } from "@sanqi/payments/use-cases";

const reasons: Record<string, string> = {
  "order.cancelled": "订单已取消",
  "order.refused": "商家未能接单",
  "order.paidLate": "订单结束后收到付款",
  "order.paidTwice": "重复付款",
};

/** Money of an order that ended, came late or came twice goes back, all that is left of it. Asking twice gives it back once. */
export const refundOnOrderEnded = (money: MoneyWork) =>
  outsideConsumer<OrderEventPayload>({
    name: "refund-on-order-ended",
    on: Object.keys(reasons),
    async handle({ campusId, type, payload, traceId }) {
      if (!payload.paid || !payload.paymentId) return;
      const requested = await money.requestRefund({
        campusId,
        paymentId: payload.paymentId,
        key: orderEndedKey,
        amountFen: null,
        reason: reasons[type] ?? type,
        traceId,
      });
      if (!requested.ok) throw new PoisonEvent(requested.error.kind);
    },
  });
