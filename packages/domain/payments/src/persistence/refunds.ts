import type { Tx } from "@sanqi/database";
import { type CampusId, err, type Ids, minute, ok, type PaymentId, type RefundId } from "@sanqi/kernel";
import {
  backOf,
  decideRefund,
  isReplaced,
  leftOf,
  type Payment,
  type PaymentRefunded,
  type Refund,
  type RefundFailed,
  type RefundRequested,
  stateWith,
  waitsUntil,
} from "../domain/index.ts";
import type { PaymentStore } from "../use-cases/ports.ts";
import { toPayment, toRefund } from "./rows.ts";
import { tell } from "./tell.ts";

type Arguments<K extends keyof PaymentStore> = Parameters<PaymentStore[K]>[0];
type Money = { readonly payment: Payment; readonly refunds: readonly Refund[] };
type Moment = { readonly now: number; readonly traceId: string };

export async function requestRefund(
  tx: Tx,
  ids: Ids,
  request: Arguments<"requestRefund">,
): ReturnType<PaymentStore["requestRefund"]> {
  const { campusId, refundId, paymentId, key, amountFen, reason } = request;
  const money = await lockMoney(tx, campusId, paymentId);
  if (!money) throw new Error(`no payment ${paymentId} to refund`);
  const decided = decideRefund(money.payment, money.refunds, { key, amountFen });
  if (!decided.ok) return err(decided.error);
  if (decided.value.kind !== "start") return ok(decided.value.kind);
  await startRefund(tx, ids, money, {
    ...request,
    refundId,
    key,
    reason,
    amountFen: decided.value.amountFen,
  });
  return ok("requested");
}

/** Writes a new refund with the event that has it sent; the payment is locked. */
export async function startRefund(
  tx: Tx,
  ids: Ids,
  { payment, refunds }: Money,
  wanted: Moment & {
    refundId: RefundId;
    key: string;
    amountFen: Refund["amountFen"];
    reason: string;
  },
): Promise<void> {
  const { campusId, paymentId, orderId } = payment;
  const { refundId, key, amountFen, reason, now, traceId } = wanted;
  const refund: Refund = {
    campusId,
    refundId,
    paymentId,
    orderId,
    refundKey: key,
    amountFen,
    state: "requested",
    reason,
    requestedAt: now,
    sentAt: null,
    finishedAt: null,
  };
  // Also asked about by the timer: an outage may outlast the event's tries.
  await tx`insert into refund ${tx({ ...refund, askAt: now + minute })}`;
  await moveOn(tx, payment, [...refunds, refund]);
  const payload: RefundRequested = { refundId, paymentId, orderId };
  await tell(tx, ids, { campusId, orderId, traceId, now }, "refund.requested", payload);
}

export async function takeTurn(tx: Tx, turn: Arguments<"takeTurn">): ReturnType<PaymentStore["takeTurn"]> {
  const { campusId, refundId, spacingMs, now } = turn;
  const money = await lockMoneyOf(tx, turn);
  if (!money || money.refund.state === "succeeded" || money.refund.state === "failed")
    return { kind: "over" };
  const { payment, refund, refunds } = money;
  const until = waitsUntil(refund, refunds, { now, spacingMs: spacingMs[payment.channel] });
  await tx`
    update refund set sent_at = ${until === null ? now : null}::bigint, ask_at = coalesce(${until}::bigint, ask_at)
    where campus_id = ${campusId} and refund_id = ${refundId}`;
  return until === null ? { kind: "go", payment, refund: { ...refund, sentAt: now } } : { kind: "waits" };
}

export async function settleRefund(
  tx: Tx,
  ids: Ids,
  known: Arguments<"settleRefund">,
): ReturnType<PaymentStore["settleRefund"]> {
  const { campusId, answer, now, askAt, traceId } = known;
  const money = await lockMoneyOf(tx, { campusId, refundId: answer.refundId });
  if (!money) return null;
  const { payment, refund, refunds } = money;
  if (refund.state === "succeeded") return "succeeded";
  const where = tx`where campus_id = ${campusId} and refund_id = ${refund.refundId}`;
  if (answer.amount !== refund.amountFen) {
    // Only the question is put off: without it, the same wrong answer would be asked for at every turn of the timer.
    await tx`update refund set ask_at = ${askAt}::bigint, asked = asked + 1 ${where} and ask_at is not null`;
    return "mismatch";
  }
  if (answer.state !== "succeeded" && refund.state === "failed") return "failed";
  if (answer.state === "processing") {
    await tx`update refund set state = 'processing', ask_at = ${askAt}::bigint, asked = asked + 1 ${where}`;
    return "processing";
  }
  if (answer.state !== "succeeded") {
    await fail(tx, ids, refund, { failure: answer.state, now, traceId });
    return "failed";
  }
  if (refund.state === "failed" && !mayRevive(money)) return "mismatch";
  await tx`update refund set state = 'succeeded', finished_at = ${now}, ask_at = null, failure = null ${where}`;
  const after = refunds.map((r) => (r === refund ? { ...refund, state: "succeeded" as const } : r));
  await moveOn(tx, payment, after);
  const { refundId, paymentId, orderId, refundKey: key, amountFen, reason } = refund;
  const full = backOf(after) === payment.amountFen;
  const payload: PaymentRefunded = { refundId, paymentId, orderId, key, amountFen, full, reason };
  await tell(tx, ids, { campusId, orderId, traceId, now }, "payment.refunded", payload);
  return "succeeded";
}

/** A refund that had failed and arrived after all, while nothing has taken its place. */
const mayRevive = ({ payment, refund, refunds }: Money & { refund: Refund }): boolean =>
  refund.amountFen <= leftOf(payment) && !isReplaced(refund, refunds);

async function moveOn(tx: Tx, payment: Payment, refunds: readonly Refund[]): Promise<void> {
  const { campusId, paymentId } = payment;
  const state = stateWith(payment, refunds);
  await tx`update payment set state = ${state} where campus_id = ${campusId} and payment_id = ${paymentId}`;
}

async function fail(tx: Tx, ids: Ids, refund: Refund, why: Moment & { failure: string }): Promise<void> {
  const { campusId, refundId, paymentId, orderId } = refund;
  const failure = why.failure.slice(0, 500);
  await tx`
    update refund set state = 'failed', failure = ${failure}, ask_at = null
    where campus_id = ${campusId} and refund_id = ${refundId}`;
  const payload: RefundFailed = { refundId, paymentId, orderId, failure };
  await tell(tx, ids, { campusId, orderId, traceId: why.traceId, now: why.now }, "refund.failed", payload);
}

export async function failRefund(tx: Tx, ids: Ids, refusal: Arguments<"failRefund">): Promise<void> {
  const refund = (await lockMoneyOf(tx, refusal))?.refund;
  if (refund && refund.state !== "succeeded" && refund.state !== "failed")
    await fail(tx, ids, refund, refusal);
}

/** A refund with its payment and the payment's other refunds. The payment's lock is taken first, everywhere. */
export async function lockMoneyOf(
  tx: Tx,
  { campusId, refundId }: { campusId: CampusId; refundId: RefundId },
): Promise<(Money & { readonly refund: Refund }) | null> {
  const [row] = await tx<{ paymentId: PaymentId }[]>`
    select payment_id from refund where campus_id = ${campusId} and refund_id = ${refundId}`;
  const money = row && (await lockMoney(tx, campusId, row.paymentId));
  const refund = money?.refunds.find((r) => r.refundId === refundId);
  return money && refund ? { ...money, refund } : null;
}

async function lockMoney(tx: Tx, campusId: CampusId, paymentId: PaymentId): Promise<Money | null> {
  const [row] = await tx<Payment[]>`
    select * from payment where campus_id = ${campusId} and payment_id = ${paymentId} for update`;
  if (!row) return null;
  const refunds = await tx<Refund[]>`
    select * from refund where campus_id = ${campusId} and payment_id = ${paymentId} order by requested_at, refund_id`;
  return { payment: toPayment(row), refunds: refunds.map(toRefund) };
}
