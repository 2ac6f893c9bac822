import type { CouponId, DiscountId, Fen, Words } from "@sanqi/kernel";
import type { Handover, LineKey, OrderDiscount, OrderLine } from "../order.ts";
import type { Bearer, Coupon, DiscountRule, Offer } from "./rule.ts";

/** What of an order's line decides its price and its discounts. */
export type GrossLine = Pick<
  OrderLine,
  "dishId" | "name" | "nameEn" | "choices" | "quantity" | "unitFen" | "totalFen"
>;

/** What delivery costs, and why; the parts add up to the fee. */
export type DeliveryFee = {
  readonly feeFen: Fen;
  readonly parts: readonly { readonly words: Words; readonly amountFen: Fen }[];
};

export type PriceRequest = {
  readonly lines: readonly GrossLine[];
  /** Once an order. */
  readonly packingFen: Fen;
  /** null: nobody carries it. */
  readonly delivery: DeliveryFee | null;
  readonly minOrderFen: Fen;
  /** The rules of the campus and of this shop, in any order. */
  readonly rules: readonly DiscountRule[];
  readonly coupons: { readonly held: readonly Coupon[]; readonly chosen: readonly CouponId[] };
  readonly customer: { readonly isNew: boolean };
  readonly handover: Handover;
  readonly now: number;
};

/** What one rule takes off one line. */
export type LineDiscount = { readonly discountId: DiscountId; readonly bearer: Bearer; readonly fen: Fen };

/** net = gross − discount; the discount is the sum of `discounts`. Nothing is negative. */
export type PriceLine = {
  /** "0", "1", … in the order of the lines asked for; "packing" and "delivery" where they cost something. */
  readonly key: LineKey;
  /** Portions that can be given back one by one; 1 for packing and delivery. */
  readonly quantity: number;
  readonly grossFen: Fen;
  readonly discountFen: Fen;
  readonly netFen: Fen;
  readonly discounts: readonly LineDiscount[];
};

/** A discount as the order keeps it, with what explains it. */
export type AppliedDiscount = OrderDiscount & {
  readonly kind: Offer["kind"];
  /** What it was counted on. */
  readonly baseFen: Fen;
  /** The coupon that it uses up. */
  readonly couponId: CouponId | null;
};

export type PricedOrder = {
  readonly lines: readonly PriceLine[];
  /** In the order in which they were applied. */
  readonly discounts: readonly AppliedDiscount[];
  /** Goods, packing and delivery before discounts; total = their sum − discount. */
  readonly amounts: {
    readonly goodsFen: Fen;
    readonly packingFen: Fen;
    readonly deliveryFeeFen: Fen;
    readonly discountFen: Fen;
    readonly totalFen: Fen;
  };
  /** The way to the total, row by row; the amounts add up to it. `ruleId` names the discount of a negative row. */
  readonly explanation: readonly {
    readonly words: Words;
    readonly amountFen: Fen;
    readonly ruleId: DiscountId | null;
  }[];
  /** What did not help, or could help more, and why; `missingFen`: goods to add until it does. */
  readonly notApplied: readonly {
    readonly discountId: DiscountId;
    readonly name: Words;
    readonly why: Words;
    readonly missingFen?: Fen;
  }[];
  /** Goods that are missing until the shop's minimum, before discounts; 0: reached. */
  readonly belowMinimumFen: Fen;
};
