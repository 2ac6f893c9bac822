import type { AccountId, Fen, OrderId, PaymentId, RefundId, ShopId } from "@sanqi/kernel";
import type { AccountName, Channel, Item } from "./accounts.ts";

export type Bearer = "merchant" | "platform" | "rider";

/** One priced line of an order. Dishes, and the two lines "packing" and "delivery". */
export type LineFacts = {
  readonly key: string;
  readonly kind: "goods" | "packing" | "delivery";
  readonly grossFen: Fen;
  /** What was taken off and who bears it; together never more than the gross. */
  readonly discounts: readonly { readonly bearer: "merchant" | "platform"; readonly fen: Fen }[];
};

export type OrderMoney = {
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly shopId: ShopId;
  readonly riderId: AccountId | null;
  readonly placedAt: number;
  /** When it reached the student; null until then, and for ever where it ended otherwise. */
  readonly handedOverAt: number | null;
  /** Refused, cancelled or expired: whatever was paid goes back. */
  readonly ended: boolean;
  /** The payment that settled it; any other goes back. */
  readonly settledBy: PaymentId | null;
  readonly lines: readonly LineFacts[];
};

export type PaymentFact = {
  readonly paymentId: PaymentId;
  readonly channel: Channel;
  readonly amountFen: Fen;
  readonly paidAt: number;
};

/** Part of a refund: of which line, and who bears it. A null key: of the order as a whole. */
export type RefundPart = { readonly key: string | null; readonly bearer: Bearer; readonly fen: Fen };

export type RefundFact = {
  readonly refundId: RefundId;
  readonly paymentId: PaymentId;
  readonly amountFen: Fen;
  readonly at: number;
  /** As an after-sale decided; null where nobody did. */
  readonly parts: readonly RefundPart[] | null;
};

/** A part that the payment platform itself handed on, or (below 0) took back for a refund: no pay-out of ours pays it. */
export type ShareFact = {
  /** Names it once: of which payment or refund, and whose. */
  readonly key: string;
  readonly paymentId: PaymentId;
  readonly party: "merchant" | "rider";
  readonly fen: Fen;
  readonly at: number;
};

/** Everything that the ledger must know of one order; read anew each time. `order` is null where only its money is known. */
export type OrderFacts = {
  readonly orderId: OrderId;
  readonly order: OrderMoney | null;
  readonly payments: readonly PaymentFact[];
  /** Those that the platform has carried out. */
  readonly refunds: readonly RefundFact[];
  readonly shares: readonly ShareFact[];
};

/** What one account gets (or, below 0, gives) of one line; the shares of a line add up to what the student paid for it. */
export type Share = { readonly account: AccountName; readonly item: Item; readonly fen: Fen };
export type EarnedLine = {
  readonly key: string;
  /** Who gives back what they got when they bear a refund of this line. */
  readonly earner: Bearer;
  readonly netFen: Fen;
  /** The first one takes what rounding leaves. */
  readonly shares: readonly Share[];
};
