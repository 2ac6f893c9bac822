import { type Fen, fen } from "@sanqi/kernel";
import { type AccountName, channelAccount, merchantAccount, riderAccount } from "./accounts.ts";
import { bear } from "./bear.ts";
import type { EarnedLine, OrderMoney, PaymentFact, RefundFact, RefundPart, ShareFact } from "./facts.ts";
import { credit, debit, type Entry, gathered, type Posting, posting } from "./posting.ts";
import type { AppliedTerms } from "./terms.ts";

type OrderId = OrderMoney["orderId"];

/** Money arrived at the platform; it is the student's until the order is handed over. */
export function paymentReceived(orderId: OrderId, payment: PaymentFact): Posting {
  const { paymentId, channel, amountFen, paidAt } = payment;
  return posting({ kind: "payment", key: `payment:${paymentId}`, occurredAt: paidAt, orderId, paymentId }, [
    debit(channelAccount(channel), "order", amountFen),
    credit("held", "order", amountFen),
  ]);
}

/** What is still held of a payment goes back: its order has ended, or another payment settled it. */
export function returnDue(orderId: OrderId, { paymentId, paidAt }: PaymentFact, held: Fen): Posting {
  return posting({ kind: "returnDue", key: `return:${paymentId}`, occurredAt: paidAt, orderId, paymentId }, [
    debit("held", "order", held),
    credit("returning", "order", held),
  ]);
}

/** Of an order that was handed over: what each one gets, after the refunds that came before; null where these took everything. */
export function orderEarned(
  order: OrderMoney & { readonly settledBy: NonNullable<OrderMoney["settledBy"]> },
  {
    at,
    held,
    terms,
    lines,
    refunded,
  }: {
    at: number;
    held: Fen;
    terms: AppliedTerms;
    lines: readonly EarnedLine[];
    refunded: readonly RefundPart[];
  },
): Posting | null {
  const { orderId, orderNo, settledBy } = order;
  const earned = lines.flatMap((line) =>
    line.shares.map((share) => credit(share.account, share.item, share.fen)),
  );
  const entries = gathered([debit("held", "order", held), ...earned, ...borne(refunded, [], order, lines)]);
  if (entries.length === 0) return null;
  return posting(
    {
      kind: "earned",
      key: `earned:${orderId}`,
      occurredAt: at,
      orderId,
      paymentId: settledBy,
      facts: { orderNo, terms, lines },
    },
    entries,
  );
}

/** Money went back out of what is held, or out of what waits for its return. */
export function refundedUnearned(
  orderId: OrderId,
  refund: RefundFact,
  source: { channel: PaymentFact["channel"]; from: AccountName; parts: readonly RefundPart[] },
): Posting {
  return posting(
    { ...refundOf(orderId, refund), facts: { parts: source.parts } },
    refundEntries(refund, source.channel, [debit(source.from, "refund", refund.amountFen)]),
  );
}

/** Money went back of an order that was earned: by its lines and by who bears them. */
export function refundedEarned(
  order: OrderMoney,
  refund: RefundFact,
  source: {
    channel: PaymentFact["channel"];
    parts: readonly RefundPart[];
    earlier: readonly RefundPart[];
    lines: readonly EarnedLine[];
  },
): Posting {
  const { channel, parts, earlier, lines } = source;
  return posting(
    { ...refundOf(order.orderId, refund), facts: { orderNo: order.orderNo, parts } },
    refundEntries(refund, channel, borne(parts, earlier, order, lines)),
  );
}

/** The platform handed a part on to its party, or took it back: that much less, or more, is owed to them. */
export function shared(order: OrderMoney, share: ShareFact, channel: PaymentFact["channel"]): Posting {
  const { key, paymentId, party, fen: amount, at: occurredAt } = share;
  // A carrier without a rider of ours: what it got is missing from the platform's part of the fee.
  const carrier = order.riderId ? riderAccount(order.riderId) : "platform:delivery";
  const receiver = party === "merchant" ? merchantAccount(order.shopId) : carrier;
  const { orderId, orderNo } = order;
  return posting({ kind: "share", key, occurredAt, orderId, paymentId, facts: { orderNo } }, [
    debit(receiver, "share", amount),
    credit(channelAccount(channel), "share", amount),
  ]);
}

function borne(
  parts: readonly RefundPart[],
  earlier: readonly RefundPart[],
  order: OrderMoney,
  lines: readonly EarnedLine[],
): Entry[] {
  const before = [...earlier];
  return parts.flatMap((part) => {
    const entries = bear(part, before, order, lines);
    before.push(part);
    return entries;
  });
}

const refundOf = (orderId: OrderId, { refundId, paymentId, at }: RefundFact) =>
  ({ kind: "refund", key: `refund:${refundId}`, occurredAt: at, orderId, paymentId, refundId }) as const;

const refundEntries = (
  refund: RefundFact,
  channel: PaymentFact["channel"],
  debits: readonly Entry[],
): Entry[] => [...debits, credit(channelAccount(channel), "refund", fen(refund.amountFen))];
