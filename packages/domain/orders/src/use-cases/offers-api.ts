import type { AccountId, CampusId, CouponId, DiscountId, Result, ShopId, Words } from "@sanqi/kernel";
import type { DiscountRule } from "../domain/index.ts";
import type { Caller } from "./api.ts";
import type { OfferScope } from "./offers-ports.ts";
import type { OfferReader } from "./ports.ts";

/** No running rule of that id, or none that the caller may touch, or none that takes coupons. */
export type OfferError = { readonly kind: "offerNotFound" };

/** A rule as its author writes it; without an id it is a new one. */
export type OfferDraft = Omit<DiscountRule, "discountId"> & { readonly discountId: DiscountId | null };

/** A coupon as its student sees it. */
export type CouponView = {
  readonly couponId: CouponId;
  readonly discountId: DiscountId;
  /** null: it works in every shop. */
  readonly shopId: ShopId | null;
  readonly name: Words;
  readonly terms: Words;
  readonly validUntilAt: number;
  readonly state: "usable" | "used" | "expired";
};

/** A rule as whoever runs it sees it. */
export type OfferRow = DiscountRule & {
  readonly terms: Words;
  readonly updatedAt: number;
  readonly endedAt: number | null;
  readonly coupons: { readonly given: number; readonly used: number };
};

/** One row of the log of rules and coupons; `before` and `after` as the rule was written. */
export type OfferChange = {
  readonly changeNo: number;
  readonly discountId: DiscountId;
  readonly at: number;
  readonly accountId: AccountId;
  readonly actorName: string;
  readonly traceId: string;
  readonly kind: "created" | "changed" | "ended" | "couponsGiven";
  readonly before: unknown;
  readonly after: unknown;
};
/** `discountId` null: of all rules; `before`: the number of the last change that was read. */
export type OfferChangesWanted = {
  readonly discountId: DiscountId | null;
  readonly before: number | null;
  readonly limit: number;
};

export type OfferUseCases = OfferReader & {
  myCoupons(caller: Pick<Caller, "campusId" | "accountId">): Promise<CouponView[]>;
  list(campusId: CampusId, scope: OfferScope): Promise<OfferRow[]>;
  /** A changed rule counts for orders from now on; those placed keep the price that was agreed. */
  save(
    by: Caller,
    offer: { draft: OfferDraft; scope: OfferScope },
  ): Promise<Result<{ discountId: DiscountId }, OfferError>>;
  end(
    by: Caller,
    ending: { discountId: DiscountId; scope: OfferScope },
  ): Promise<Result<{ discountId: DiscountId }, OfferError>>;
  giveCoupons(
    by: Caller,
    gift: { discountId: DiscountId; accountIds: readonly AccountId[]; validUntilAt: number },
  ): Promise<Result<{ given: number }, OfferError>>;
  /** Who wrote, ended and gave what, newest first. */
  changes(campusId: CampusId, wanted: OfferChangesWanted): Promise<readonly OfferChange[]>;
};
