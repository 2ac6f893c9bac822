import type { Tx } from "@sanqi/database";
import { type CampusId, type Ids, minute, type OrderId } from "@sanqi/kernel";
import { appendEvents } from "@sanqi/outbox";
import {
  type Payment,
  type PaymentRefunded,
  type PaymentSucceeded,
  type Refund,
  type RefundFailed,
  type RefundRequested,
  settle,
} from "../domain/index.ts";
import type { PaymentStore } from "../use-cases/ports.ts";
import { toPayment, toRefund } from "./rows.ts";

type Arguments<K extends keyof PaymentStore> = Parameters<PaymentStore[K]>[0];

const tell = (
  tx: Tx,
  ids: Ids,
  about: { campusId: CampusId; orderId: OrderId; traceId: string; now: number },
  type: string,
  payload: unknown,
) =>
  appendEvents(tx, [
    {
      campusId: about.campusId,
      eventId: ids.next("event"),
      type,
      key: about.orderId,
      payload,
      traceId: about.traceId,
      occurredAt: about.now,
    },
  ]);

export async function settlePayment(
  tx: Tx,
  ids: Ids,
  known: Arguments<"settle">,
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
  return { payment, effect };
}

export async function requestRefund(tx: Tx, ids: Ids, request: Arguments<"requestRefund">): Promise<void> {
  const { campusId, refundId, paymentId, reason, now, traceId } = request;
  const [row] = await tx<
    Payment[]
  >`select * from payment where campus_id = ${campusId} and payment_id = ${paymentId} for update`;
  if (!row) throw new Error(`no payment ${paymentId} to refund`);
  if (row.state !== "paid") return;
  const { orderId, amountFen } = toPayment(row);
  await tx`update payment set state = 'refunding' where campus_id = ${campusId} and payment_id = ${paymentId}`;
  const refund = {
    campusId,
    refundId,
    paymentId,
    orderId,
    amountFen,
    state: "requested",
    reason,
    requestedAt: now,
    // Also asked about by the timer: an outage may outlast the event's tries.
    askAt: now + minute,
  };
  await tx`insert into refund ${tx(refund)}`;
  const payload: RefundRequested = { refundId, paymentId, orderId };
  await tell(tx, ids, { campusId, orderId, traceId, now }, "refund.requested", payload);
}

export async function settleRefund(
  tx: Tx,
  ids: Ids,
  known: Arguments<"settleRefund">,
): ReturnType<PaymentStore["settleRefund"]> {
  const { campusId, answer, now, askAt, traceId } = known;
  const refund = await lockRefund(tx, { campusId, refundId: answer.refundId });
  if (!refund) return null;
  if (refund.state === "succeeded") return "succeeded";
  const where = tx`where campus_id = ${campusId} and refund_id = ${refund.refundId}`;
  if (answer.amount !== refund.amountFen) {
    // Only the question is put off: without it, the same wrong answer would be asked for at every turn of the timer.
    await tx`update refund set ask_at = ${askAt}::bigint, asked = asked + 1 ${where} and ask_at is not null`;
    return "mismatch";
  }
  if (answer.state === "processing") {
    await tx`update refund set state = 'processing', ask_at = ${askAt}::bigint, asked = asked + 1 ${where}`;
    return "processing";
  }
  if (answer.state !== "succeeded") {
    if (refund.state !== "failed") await fail(tx, ids, refund, { failure: answer.state, now, traceId });
    return "failed";
  }
  await tx`update refund set state = 'succeeded', finished_at = ${now}, ask_at = null, failure = null ${where}`;
  await tx`update payment set state = 'refunded' where campus_id = ${campusId} and payment_id = ${refund.paymentId}`;
  const { refundId, paymentId, orderId, amountFen, reason } = refund;
  const payload: PaymentRefunded = { refundId, paymentId, orderId, amountFen, reason };
  await tell(tx, ids, { campusId, orderId, traceId, now }, "payment.refunded", payload);
  return "succeeded";
}

async function fail(
  tx: Tx,
  ids: Ids,
  refund: Refund,
  why: { failure: string; now: number; traceId: string },
): Promise<void> {
  const { campusId, refundId, paymentId, orderId } = refund;
  const failure = why.failure.slice(0, 500);
  await tx`
    update refund set state = 'failed', failure = ${failure}, ask_at = null
    where campus_id = ${campusId} and refund_id = ${refundId}`;
  const payload: RefundFailed = { refundId, paymentId, orderId, failure };
  await tell(tx, ids, { campusId, orderId, traceId: why.traceId, now: why.now }, "refund.failed", payload);
}

export async function failRefund(tx: Tx, ids: Ids, refusal: Arguments<"failRefund">): Promise<void> {
  const refund = await lockRefund(tx, refusal);
  if (refund && refund.state !== "succeeded" && refund.state !== "failed")
    await fail(tx, ids, refund, refusal);
}

export async function renewRefund(
  tx: Tx,
  ids: Ids,
  renewal: Arguments<"renewRefund">,
): ReturnType<PaymentStore["renewRefund"]> {
  const { campusId, refundId, newRefundId, now, traceId } = renewal;
  const refund = await lockRefund(tx, renewal);
  if (refund?.state !== "failed") return "settled";
  const noted = await tx`
    update refund set failure_seen = true where campus_id = ${campusId} and refund_id = ${refundId} and not failure_seen`;
  if (noted.count === 1) return "noted";
  const { paymentId, orderId, amountFen, reason } = refund;
  const row = {
    campusId,
    refundId: newRefundId,
    paymentId,
    orderId,
    amountFen,
    state: "requested",
    reason,
    requestedAt: now,
    askAt: now + minute,
  };
  const inserted = await tx`
    insert into refund ${tx(row)} on conflict (campus_id, payment_id) where state <> 'failed' do nothing`;
  if (inserted.count === 0) return "settled";
  const payload: RefundRequested = { refundId: newRefundId, paymentId, orderId };
  await tell(tx, ids, { campusId, orderId, traceId, now }, "refund.requested", payload);
  return "renewed";
}

async function lockRefund(
  tx: Tx,
  which: { campusId: CampusId; refundId: Refund["refundId"] },
): Promise<Refund | null> {
  const [row] = await tx<Refund[]>`
    select * from refund where campus_id = ${which.campusId} and refund_id = ${which.refundId} for update`;
  return row ? toRefund(row) : null;
}
