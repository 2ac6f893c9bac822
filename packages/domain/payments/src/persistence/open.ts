import type { Tx } from "@sanqi/database";
import type { Payment } from "../domain/index.ts";
import type { PaymentStore } from "../use-cases/ports.ts";
import { toPayment } from "./rows.ts";

/** One open payment an order: the unique index decides between two that arrive together. */
export async function openPayment(tx: Tx, wanted: Payment): ReturnType<PaymentStore["open"]> {
  const { campusId, orderId } = wanted;
  const inserted = await tx<Payment[]>`
    insert into payment ${tx(wanted)}
    on conflict (campus_id, order_id) where state in ('prepared', 'unknown') do nothing returning *`;
  const rows = await tx<
    Payment[]
  >`select * from payment where campus_id = ${campusId} and order_id = ${orderId} order by created_at`;
  const settled = rows.find(
    (row) => row.state !== "closed" && row.state !== "prepared" && row.state !== "unknown",
  );
  if (settled) {
    await tx`delete from payment where campus_id = ${campusId} and payment_id = ${wanted.paymentId}`;
    return { kind: "paid" };
  }
  if (inserted[0]) return { kind: "opened", payment: toPayment(inserted[0]) };
  const open = rows.find((row) => row.state === "prepared" || row.state === "unknown");
  if (!open) throw new Error("an open payment blocks the order, but is not visible");
  const payment = toPayment(open);
  // The same person on the same host gets the same payment again; platforms answer it with fresh parameters.
  const same = payment.host === wanted.host && payment.accountId === wanted.accountId;
  return same ? { kind: "reused", payment } : { kind: "busy", payment };
}
