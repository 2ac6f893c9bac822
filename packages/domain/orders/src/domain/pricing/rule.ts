import type { CouponId, DiscountId, DishId, Fen, ShopId, Words } from "@sanqi/kernel";
import type { Handover } from "../order.ts";

/** Who pays for what a customer saves. */
export const bearers = ["merchant", "platform"] as const;
export type Bearer = (typeof bearers)[number];

/** "满30减5": from this much goods on, this much off. */
export type ThresholdStep = { readonly fromFen: Fen; readonly offFen: Fen };

/** What a rule gives. Except on delivery its base is the goods after the discounts that were applied before it. */
export type Offer =
  | { readonly kind: "threshold"; readonly steps: readonly ThresholdStep[] }
  | {
      readonly kind: "percentage";
      readonly fromFen: Fen;
      /** Whole per cent off, 1 to 100: 八折 is 20. */
      readonly percentOff: number;
      readonly capFen: Fen | null;
    }
  | {
      readonly kind: "perItem";
      readonly dishIds: readonly DishId[];
      /** A special price replaces the price of the dish itself; its options cost what they cost. */
      readonly price:
        | { readonly kind: "special"; readonly priceFen: Fen }
        | { readonly kind: "off"; readonly offFen: Fen };
      /** Portions of one order, over all the dishes named. */
      readonly maxPortions: number;
    }
  | { readonly kind: "newCustomer"; readonly fromFen: Fen; readonly offFen: Fen }
  | {
      readonly kind: "deliveryFee";
      readonly fromFen: Fen;
      /** null: delivery is free. */
      readonly offFen: Fen | null;
    };

/** Minutes since midnight in China, `until` exclusive; a window whose `from` is later goes over midnight. */
export type MinuteWindow = { readonly from: number; readonly until: number };

/** When a rule holds; the moment that counts is the one at which the order is placed. */
export type OfferTimes = {
  /** Epoch ms, inclusive; null: since ever. */
  readonly from: number | null;
  /** Epoch ms, exclusive; null: until it is ended. */
  readonly until: number | null;
  /** 1 Monday to 7 Sunday in China; none named: every day. */
  readonly weekdays: readonly number[];
  readonly minutes: MinuteWindow | null;
  /** None named: all of them. */
  readonly handovers: readonly Handover[];
};

export type DiscountRule = {
  readonly discountId: DiscountId;
  readonly name: Words;
  readonly bearer: Bearer;
  /** null: the whole campus. */
  readonly shopId: ShopId | null;
  readonly offer: Offer;
  readonly when: OfferTimes;
  /** True: only for who holds and chooses a coupon of it. */
  readonly needsCoupon: boolean;
  /** Lower numbers are applied first; equal ones in the order of their ids. */
  readonly order: number;
  /** Of the rules with one key at most one is applied; null: excludes nothing. */
  readonly excludes: string | null;
  /** "alone": never together with any other rule. */
  readonly combines: "combinable" | "alone";
};

/** A coupon of a customer that has not been used. */
export type Coupon = {
  readonly couponId: CouponId;
  readonly discountId: DiscountId;
  /** Epoch ms, exclusive. */
  readonly validUntilAt: number;
};

export type DeliveryTariff = {
  readonly baseFen: Fen;
  /** Beyond `freeMetres` every started step costs `stepFen`, together at most `capFen`. */
  readonly distance: {
    readonly freeMetres: number;
    readonly stepMetres: number;
    readonly stepFen: Fen;
    readonly capFen: Fen;
  } | null;
  readonly surcharges: readonly {
    readonly minutes: MinuteWindow;
    readonly feeFen: Fen;
    readonly name: Words;
  }[];
};
