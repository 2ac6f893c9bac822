import type { Channel } from "./accounts.ts";
import { partsOf } from "./bear.ts";
import { earnedLines, totalOf } from "./earn.ts";
import type { EarnedLine, OrderFacts, OrderMoney, RefundFact, RefundPart, ShareFact } from "./facts.ts";
import {
  orderEarned,
  paymentReceived,
  refundedEarned,
  refundedUnearned,
  returnDue,
  shared,
} from "./order-postings.ts";
import { owedBy, type Posting } from "./posting.ts";
import type { AppliedTerms } from "./terms.ts";

/** Why something that happened is not posted (yet). */
export type Skipped =
  /** Handed over, but no payment of ours settled it: imported from another system, or its payment is not known yet. */
  | { readonly reason: "handedOverUnpaid" }
  /** What is held and what went back do not add up to its lines. */
  | { readonly reason: "amountDiffers"; readonly lines: number; readonly paid: number };

/**
 * The postings that an order's facts call for and that are not booked yet, in the order in which they happened. It looks only at
 * what is true, never at which event told it: events may come late, twice or after each other's time, and end in the same books.
 */
export function missingPostings(
  facts: OrderFacts,
  booked: readonly Posting[],
  terms: AppliedTerms,
): { missing: Posting[]; skipped: Skipped[] } {
  const { orderId, order } = facts;
  const missing: Posting[] = [];
  const skipped: Skipped[] = [];
  const all = () => [...booked, ...missing];
  const isBooked = (key: string) => all().some((posting) => posting.key === key);
  const post = (posting: Posting | null) => {
    if (posting && !isBooked(posting.key)) missing.push(posting);
  };
  const payments = [...facts.payments].sort((a, b) => a.paidAt - b.paidAt);
  for (const payment of payments) {
    post(paymentReceived(orderId, payment));
    const held = owedBy(all(), "held", payment.paymentId);
    if (order && goesBack(order, payment.paymentId) && held > 0) post(returnDue(orderId, payment, held));
  }
  const refunds = [...facts.refunds].sort((a, b) => a.at - b.at);
  const handedOverAt = order?.handedOverAt ?? Number.POSITIVE_INFINITY;
  for (const refund of refunds.filter((each) => each.at < handedOverAt)) postRefund(refund);
  if (order) postEarned(order);
  for (const refund of refunds.filter((each) => each.at >= handedOverAt)) postRefund(refund);
  for (const share of facts.shares) postShare(share);
  return { missing, skipped };

  function postEarned(earned: OrderMoney): void {
    const { handedOverAt: at, settledBy } = earned;
    if (at === null || isBooked(`earned:${orderId}`)) return;
    if (settledBy === null || !isBooked(`payment:${settledBy}`)) {
      skipped.push({ reason: "handedOverUnpaid" });
      return;
    }
    const lines = earnedLines(earned, terms);
    const held = owedBy(all(), "held", settledBy);
    const refunded = partsBooked(all(), settledBy);
    const total = totalOf(earned.lines);
    const paid = refunded.reduce<number>((sum, part) => sum + part.fen, held);
    if (paid === total) post(orderEarned({ ...earned, settledBy }, { at, held, terms, lines, refunded }));
    else skipped.push({ reason: "amountDiffers", lines: total, paid });
  }

  function postRefund(refund: RefundFact): void {
    const { paymentId, refundId } = refund;
    if (isBooked(`refund:${refundId}`)) return;
    const channel = channelOf(paymentId);
    const earlier = partsBooked(all(), paymentId);
    const lines = bookedLines(all(), paymentId);
    if (lines && order) {
      const parts = partsOf(refund, lines, earlier);
      post(refundedEarned(order, refund, { channel, parts, earlier, lines }));
      return;
    }
    const from = owedBy(all(), "returning", paymentId) >= refund.amountFen ? "returning" : "held";
    const parts = partsOf(refund, order ? earnedLines(order, terms) : [], earlier);
    post(refundedUnearned(orderId, refund, { channel, from, parts }));
  }

  function postShare(share: ShareFact): void {
    if (order && !isBooked(share.key)) post(shared(order, share, channelOf(share.paymentId)));
  }

  function channelOf(paymentId: string): Channel {
    const payment = payments.find((each) => each.paymentId === paymentId);
    if (!payment) throw new Error(`money of payment ${paymentId} moved, and it was never paid`);
    return payment.channel;
  }
}

const goesBack = (order: OrderMoney, paymentId: string): boolean =>
  order.ended || (order.settledBy !== null && order.settledBy !== paymentId);

/** What went back of a payment so far, part by part. */
const partsBooked = (postings: readonly Posting[], paymentId: string): RefundPart[] =>
  postings
    .filter((posting) => posting.kind === "refund" && posting.paymentId === paymentId)
    .flatMap((posting) => posting.facts.parts ?? []);

/** The lines as they were split when the order was earned from this payment. */
const bookedLines = (postings: readonly Posting[], paymentId: string): readonly EarnedLine[] | undefined =>
  postings.find((posting) => posting.kind === "earned" && posting.paymentId === paymentId)?.facts.lines;
