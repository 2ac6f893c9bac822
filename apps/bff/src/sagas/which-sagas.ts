import type { Tx } from "@sanqi/database";
import type { CampusId, OrderId, PaymentId, RefundId } from "@sanqi/kernel";
import { type OrderEventPayload, orderEndedKey } from "@sanqi/orders";
import type { Event } from "@sanqi/outbox";
import type { RefundFailed } from "@sanqi/payments";
import type { Concern } from "@sanqi/saga";

/** Facts of payments, read in the transaction that follows an event. */
export type MoneyFacts = {
  /** What a refund is for; null where there is no such refund. The first release's events do not say it. */
  refundReason(
    tx: Tx,
    campusId: CampusId,
    refundId: RefundId,
  ): Promise<{ readonly paymentId: PaymentId; readonly refundKey: string } | null>;
  /** Payments of an order that may still take money. */
  openPayments(tx: Tx, campusId: CampusId, orderId: OrderId): Promise<readonly PaymentId[]>;
};

/** One saga for each reason for which money of a payment goes back, and one for the closing of a payment. */
const refundOf = (paymentId: PaymentId, key: string) => `${paymentId}:${key}`;
export const closingOf = (paymentId: PaymentId) => `${paymentId}:closing`;

/** Says which sagas an event of an order concerns. */
export const whichSagas =
  (facts: MoneyFacts) =>
  async (tx: Tx, { type, campusId, payload }: Event): Promise<Concern[]> => {
    if (type.startsWith("order."))
      return ofOrder(facts, tx, { type, campusId, payload: payload as OrderEventPayload });
    if (type === "payment.closed")
      return [{ sagaId: closingOf((payload as { paymentId: PaymentId }).paymentId), begins: null }];
    const { refundId, failure = null } = payload as Pick<RefundFailed, "refundId"> & Partial<RefundFailed>;
    const reason = refundId ? await facts.refundReason(tx, campusId, refundId) : null;
    if (!reason) return [];
    const sagaId = refundOf(reason.paymentId, reason.refundKey);
    return [{ sagaId, begins: null, otherwise: "otherRefund", note: failure }];
  };

async function ofOrder(
  facts: MoneyFacts,
  tx: Tx,
  { type, campusId, payload }: { type: string; campusId: CampusId; payload: OrderEventPayload },
): Promise<Concern[]> {
  const { orderId, orderNo: label, paymentId, paid, key = orderEndedKey, reason: note } = payload;
  const refund = (begins: string | null): Concern[] =>
    paymentId ? [{ sagaId: refundOf(paymentId, key), begins, label, note }] : [];
  const closed = (): Concern[] => (paymentId ? [{ sagaId: closingOf(paymentId), begins: null }] : []);
  switch (type) {
    case "order.cancelled":
    case "order.refused":
    case "order.expired": {
      if (paid) return refund("orderEnded");
      if (type === "order.refused") return [];
      const open = await facts.openPayments(tx, campusId, orderId);
      return open.map((one) => ({ sagaId: closingOf(one), begins: "closing", label, note }));
    }
    case "order.paidLate":
      return [...refund("paidLate"), ...closed()];
    case "order.paidTwice":
      return [...refund("paidTwice"), ...closed()];
    case "order.refundAgreed":
      return refund("afterSale");
    case "order.refunded":
      return refund(null);
    default:
      return [];
  }
}
