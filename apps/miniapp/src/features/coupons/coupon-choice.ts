import type { CouponId, ShopId, Words } from "@sanqi/kernel";
import type { Outputs } from "@/rpc";

export type Coupon = Outputs["orders"]["coupons"][number];
type Quote = Outputs["orders"]["quote"];

/** As many as the API takes with one order. */
const mostCoupons = 5;

/** The usable coupons of a shop, those that end first before the others. */
export const couponsFor = (shopId: ShopId, coupons: readonly Coupon[]): Coupon[] =>
  coupons
    .filter((coupon) => coupon.state === "usable" && (coupon.shopId === null || coupon.shopId === shopId))
    .sort((a, b) => a.validUntilAt - b.validUntilAt);

/** After a tap on a coupon; a full hand drops its oldest. */
export const toggleCoupon = (chosen: readonly CouponId[], couponId: CouponId): CouponId[] =>
  chosen.includes(couponId)
    ? chosen.filter((one) => one !== couponId)
    : [...chosen, couponId].slice(-mostCoupons);

/** What one more coupon would change. `savesFen` is beyond what is saved already. */
export type Trial = { readonly savesFen: number; readonly why: Words | null };

const whyNot = (quote: Quote, coupon: Coupon): Words | null =>
  quote.notApplied.find(({ discountId }) => discountId === coupon.discountId)?.why ?? null;

/** Compares the order without and with a coupon; why it does not help comes from the server. */
export function trialOf(without: Quote, withIt: Quote, coupon: Coupon): Trial {
  const savesFen = Math.max(0, without.amounts.totalFen - withIt.amounts.totalFen);
  return { savesFen, why: savesFen > 0 ? null : whyNot(withIt, coupon) };
}

/** How a chosen coupon does in the order: what its rule takes off, or why nothing. */
export function chosenTrial(quote: Quote, coupon: Coupon): Trial {
  const found = quote.discounts.find(({ discountId }) => discountId === coupon.discountId);
  return { savesFen: found?.fen ?? 0, why: found ? null : whyNot(quote, coupon) };
}

/** The coupon that would save most, for a mark; null where none helps. */
export function bestOf(trials: ReadonlyMap<CouponId, Trial>): CouponId | null {
  const [best] = [...trials]
    .filter(([, trial]) => trial.savesFen > 0)
    .sort((a, b) => b[1].savesFen - a[1].savesFen);
  return best?.[0] ?? null;
}
