import type { Tx } from "@sanqi/database";
import type { Ids } from "@sanqi/kernel";
import { type Payment, type PaymentClosed, type PaymentSucceeded, settle } from "../domain/index.ts";
import type { PaymentStore } from "../use-cases/ports.ts";
import { toPayment } from "./rows.ts";
import { tell } from "./tell.ts";

export async function settlePayment(
  tx: Tx,
  ids: Ids,
  known: Parameters<PaymentStore["settle"]>[0],
): ReturnType<PaymentStore["settle"]> {
  const { campusId, answer, now, traceId } = known;
  const [row] = await tx<
    Payment[]
  >`select * from payment where campus_id = ${campusId} and payment_id = ${answer.paymentId} for update`;
  if (!row) return null;
  const before = toPayment(row);
  const { effect, state } = settle(before, {
    state: answer.state,
    amountFen: answer.amount,
    currency: answer.currency,
  });
  const open = state === "prepared" || state === "unknown";
  const planned = open ? known.askAt : state === "closed" ? (known.lastQuestionAt ?? null) : null;
  const payment: Payment = {
    ...before,
    state,
    transactionId: answer.transactionId ?? before.transactionId,
    paidAt: effect === "paid" ? (answer.paidAt ?? now) : before.paidAt,
  };
  // A closed payment keeps the last question that still lies ahead, whoever asks in between.
  await tx`
    update payment set state = ${state}, transaction_id = ${payment.transactionId}, paid_at = ${payment.paidAt}::bigint,
      ask_at = coalesce(${planned}::bigint, case when ${state} = 'closed' and ask_at > ${now}::bigint then ask_at end),
      asked = asked + 1
    where campus_id = ${campusId} and payment_id = ${payment.paymentId}`;
  if (effect === "paid") {
    const payload: PaymentSucceeded = {
      paymentId: payment.paymentId,
      orderId: payment.orderId,
      accountId: payment.accountId,
      amountFen: payment.amountFen,
      paidAt: payment.paidAt ?? now,
    };
    await tell(tx, ids, { campusId, orderId: payment.orderId, traceId, now }, "payment.succeeded", payload);
  }
  if (effect === "closed") {
    const { paymentId, orderId } = payment;
    const payload: PaymentClosed = { paymentId, orderId };
    await tell(tx, ids, { campusId, orderId, traceId, now }, "payment.closed", payload);
  }
  return { payment, effect };
}
