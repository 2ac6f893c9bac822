import type { Tx } from "@sanqi/database";
import type { Payment } from "../domain/index.ts";
import type { PaymentStore } from "../use-cases/ports.ts";
import { toPayment } from "./rows.ts";

const isOpen = (row: Payment) => row.state === "prepared" || row.state === "unknown";

/** One open payment an order: the unique index decides between two that arrive together. */
export async function openPayment(
  tx: Tx,
  wanted: Payment,
  key: string,
): Promise<Awaited<ReturnType<PaymentStore["open"]>>> {
  if (!(await keyIsFor(tx, wanted, key))) return { kind: "otherOrder" };
  const { campusId, orderId } = wanted;
  for (;;) {
    const inserted = await tx<Payment[]>`
      insert into payment ${tx(wanted)}
      on conflict (campus_id, order_id) where state in ('prepared', 'unknown') do nothing returning *`;
    const rows = await tx<
      Payment[]
    >`select * from payment where campus_id = ${campusId} and order_id = ${orderId} order by created_at`;
    if (rows.some((row) => row.state !== "closed" && !isOpen(row))) {
      await tx`delete from payment where campus_id = ${campusId} and payment_id = ${wanted.paymentId}`;
      return { kind: "paid" };
    }
    if (inserted[0]) return { kind: "opened", payment: toPayment(inserted[0]) };
    const open = rows.find(isOpen);
    // The payment that was in the way has been closed in this very moment: the next turn finds the place free.
    if (!open) continue;
    const payment = toPayment(open);
    // The same person on the same host gets the same payment again; platforms answer it with fresh parameters.
    const same = payment.host === wanted.host && payment.accountId === wanted.accountId;
    return same ? { kind: "reused", payment } : { kind: "busy", payment };
  }
}

/** The first use of a key binds it to its order; the same key for another order is a client's mistake. */
async function keyIsFor(tx: Tx, wanted: Payment, key: string): Promise<boolean> {
  const { campusId, accountId, orderId, createdAt } = wanted;
  const bound = await tx`
    insert into payment_key ${tx({ campusId, accountId, idempotencyKey: key, orderId, usedAt: createdAt })}
    on conflict (campus_id, account_id, idempotency_key) do nothing`;
  if (bound.count === 1) return true;
  const [row] = await tx<{ orderId: string }[]>`
    select order_id from payment_key
    where campus_id = ${campusId} and account_id = ${accountId} and idempotency_key = ${key}`;
  return row?.orderId === orderId;
}
