import type { AccountId, CampusId, CouponId, DiscountId, OrderId, ShopId } from "@sanqi/kernel";
import type { Coupon, DiscountRule } from "../domain/index.ts";
import type { Caller } from "./api.ts";
import type { OfferChange, OfferChangesWanted } from "./offers-api.ts";

/** Whose rules: of these shops and borne by them, or (null) all of the campus. */
export type OfferScope = readonly ShopId[] | null;

export type StoredOffer = {
  readonly rule: DiscountRule;
  readonly updatedAt: number;
  readonly endedAt: number | null;
  readonly coupons: { readonly given: number; readonly used: number };
};

export type StoredCoupon = Coupon & {
  readonly rule: DiscountRule;
  readonly usedBy: OrderId | null;
  readonly usedAt: number | null;
};

export type OfferStore = {
  /** The campus's rules that were not ended, also those whose time has not come. */
  running(campusId: CampusId): Promise<readonly DiscountRule[]>;
  /** Coupons that can be used now; `isNew`: no order was handed over or is on its way to be, nor waits for its payment. */
  customer(
    campusId: CampusId,
    accountId: AccountId,
    now: number,
  ): Promise<{ readonly held: readonly Coupon[]; readonly isNew: boolean }>;
  /** All coupons that the account got, newest first, used and expired ones too. */
  coupons(campusId: CampusId, accountId: AccountId): Promise<readonly StoredCoupon[]>;
  /** Newest change first. */
  list(campusId: CampusId, scope: OfferScope): Promise<readonly StoredOffer[]>;
  /** Each change writes its row of the log in the same transaction. */
  insert(by: Caller, written: { rule: DiscountRule; at: number }): Promise<void>;
  /** False where there is no running rule of that id within the scope. */
  update(by: Caller, change: { rule: DiscountRule; scope: OfferScope; at: number }): Promise<boolean>;
  end(by: Caller, ending: { discountId: DiscountId; scope: OfferScope; at: number }): Promise<boolean>;
  /** One coupon each; who holds one of the rule that can still be used gets none. Tells how many were given. */
  give(
    by: Caller,
    gift: {
      discountId: DiscountId;
      coupons: readonly { couponId: CouponId; accountId: AccountId }[];
      validUntilAt: number;
      at: number;
    },
  ): Promise<number>;
  changes(campusId: CampusId, wanted: OfferChangesWanted): Promise<readonly OfferChange[]>;
};
