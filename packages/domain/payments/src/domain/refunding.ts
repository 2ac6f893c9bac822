import { err, type Fen, fen, ok, type Result } from "@sanqi/kernel";
import type { Payment, PaymentState, Refund } from "./payment.ts";
import { nextPaymentState } from "./settle.ts";

/** `null`: all that is left. */
export type RefundWish = { readonly key: string; readonly amountFen: Fen | null };

/** Refused loudly: whoever asks so has counted wrongly, and an operator must look. */
export type RefundRefusal =
  | { readonly kind: "refundTooLarge"; readonly leftFen: Fen }
  | { readonly kind: "refundKeyReused"; readonly amountFen: Fen };

const holdsMoney: ReadonlySet<PaymentState> = new Set(["paid", "refunding", "partlyRefunded"]);

/** What can still be given back of a payment. */
export const leftOf = (payment: Payment): Fen =>
  holdsMoney.has(payment.state) ? fen(payment.amountFen - payment.refundedFen) : fen(0);

/** `known`: this key has been asked for before, and it goes back, went back, or waits for an operator. */
export function decideRefund(
  payment: Payment,
  refunds: readonly Refund[],
  wish: RefundWish,
): Result<{ kind: "start"; amountFen: Fen } | { kind: "known" | "nothingLeft" }, RefundRefusal> {
  const before = refunds.find((refund) => refund.refundKey === wish.key);
  if (before) {
    return wish.amountFen === null || wish.amountFen === before.amountFen
      ? ok({ kind: "known" })
      : err({ kind: "refundKeyReused", amountFen: before.amountFen });
  }
  const leftFen = leftOf(payment);
  const amountFen = wish.amountFen ?? leftFen;
  if (amountFen > leftFen) return err({ kind: "refundTooLarge", leftFen });
  return amountFen === 0 ? ok({ kind: "nothingLeft" }) : ok({ kind: "start", amountFen });
}

/** Whether a failed refund may be asked for anew; `settled`: its money goes back already, or went back. */
export function decideRenewal(
  payment: Payment,
  refunds: readonly Refund[],
  refund: Refund,
): "renew" | "settled" | "tooLarge" {
  if (refund.state !== "failed" || isReplaced(refund, refunds)) return "settled";
  const leftFen = leftOf(payment);
  if (leftFen === 0) return "settled";
  return refund.amountFen <= leftFen ? "renew" : "tooLarge";
}

/** The state of a payment after its refunds have changed. */
export function stateWith(payment: Payment, refunds: readonly Refund[]): PaymentState {
  const back = backOf(refunds);
  const command =
    back === payment.amountFen
      ? "finishRefund"
      : refunds.some((refund) => isOwed(refund, refunds))
        ? "startRefund"
        : "finishPart";
  return nextPaymentState(payment.state, command) ?? payment.state;
}

/** What has arrived back. */
export const backOf = (refunds: readonly Refund[]): Fen =>
  fen(refunds.reduce((sum, refund) => sum + (refund.state === "succeeded" ? refund.amountFen : 0), 0));

/** Under way, or failed and not asked for anew. */
const isOwed = (refund: Refund, refunds: readonly Refund[]): boolean =>
  refund.state !== "succeeded" && !isReplaced(refund, refunds);

/** It failed, and another one has taken its place. */
export const isReplaced = (refund: Refund, refunds: readonly Refund[]): boolean =>
  refund.state === "failed" &&
  refunds.some((other) => other.refundKey === refund.refundKey && other.state !== "failed");

/**
 * Parts of one payment go to the platform one after the other, first asked first: the next one once the platform has
 * answered for those before it, and not sooner than `spacingMs` after the last was sent. Null: now; else when to look again.
 */
export function waitsUntil(
  refund: Refund,
  refunds: readonly Refund[],
  { now, spacingMs }: { now: number; spacingMs: number },
): number | null {
  // Sent before, and its answer may have been lost: the same number may be sent at any time.
  if (sentAt(refund) !== null) return null;
  const others = refunds.filter((other) => other.refundId !== refund.refundId);
  if (others.some((other) => other.state === "requested" && isBefore(other, refund))) return now + spacingMs;
  const last = Math.max(...others.map((other) => sentAt(other) ?? Number.NEGATIVE_INFINITY));
  return last + spacingMs > now ? last + spacingMs : null;
}

const isBefore = (one: Refund, other: Refund): boolean =>
  sentAt(one) !== null ||
  one.requestedAt < other.requestedAt ||
  (one.requestedAt === other.requestedAt && one.refundId < other.refundId);

/** A process of the release before does not note when it sends. */
const sentAt = (refund: Refund): number | null =>
  refund.sentAt ?? (refund.state === "requested" ? null : refund.requestedAt);
