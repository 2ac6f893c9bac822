import type { Tx } from "@sanqi/database";
import type { CampusId, OrderId, PaymentId, RefundId } from "@sanqi/kernel";
import type { Payment } from "../domain/index.ts";

/** What a refund is for; null where there is none of this number. */
export async function refundReason(
  tx: Tx,
  campusId: CampusId,
  refundId: RefundId,
): Promise<{ paymentId: PaymentId; refundKey: string } | null> {
  const [row] = await tx<{ paymentId: PaymentId; refundKey: string }[]>`
    select payment_id, refund_key from refund where campus_id = ${campusId} and refund_id = ${refundId}`;
  return row ?? null;
}

/** Payments of an order that may still take money. */
export async function openPayments(tx: Tx, campusId: CampusId, orderId: OrderId): Promise<PaymentId[]> {
  const rows = await tx<{ paymentId: PaymentId }[]>`
    select payment_id from payment
    where campus_id = ${campusId} and order_id = ${orderId} and state in ('prepared', 'unknown') order by payment_id`;
  return rows.map(({ paymentId }) => paymentId);
}

export async function paymentState(
  tx: Tx,
  campusId: CampusId,
  paymentId: PaymentId,
): Promise<Payment["state"] | null> {
  const [row] = await tx<Pick<Payment, "state">[]>`
    select state from payment where campus_id = ${campusId} and payment_id = ${paymentId}`;
  return row?.state ?? null;
}
