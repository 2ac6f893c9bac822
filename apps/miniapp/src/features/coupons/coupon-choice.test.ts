import type { CouponId, ShopId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { bestOf, type Coupon, chosenTrial, couponsFor, toggleCoupon, trialOf } from "./coupon-choice";

const coupon = (id: string, more: object = {}): Coupon =>
  ({ couponId: id, discountId: `d-${id}`, shopId: null, state: "usable", validUntilAt: 9, ...more }) as never;
const quote = (totalFen: number, more: object = {}) =>
  ({ amounts: { totalFen }, discounts: [], notApplied: [], ...more }) as never;
const ids = (...names: string[]) => names as unknown as CouponId[];

describe("coupons at the checkout", () => {
  it("are those that this shop takes, the one that ends first in front", () => {
    const mine = [
      coupon("late"),
      coupon("soon", { validUntilAt: 1 }),
      coupon("other", { shopId: "shp2" }),
      coupon("used", { state: "used" }),
      coupon("own", { shopId: "shp1", validUntilAt: 5 }),
    ];
    expect(couponsFor("shp1" as ShopId, mine).map((c) => c.couponId)).toEqual(["soon", "own", "late"]);
  });
  it("are chosen and dropped by the person, five at most", () => {
    expect(toggleCoupon(ids("a"), "b" as CouponId)).toEqual(["a", "b"]);
    expect(toggleCoupon(ids("a", "b"), "a" as CouponId)).toEqual(["b"]);
    expect(toggleCoupon(ids("a", "b", "c", "d", "e"), "f" as CouponId)).toEqual(["b", "c", "d", "e", "f"]);
  });
  it("say what they save, or why not in the server's words", () => {
    const why = { zh: "再买 ¥4.00 可减 ¥4.00", en: "" };
    const short = quote(2000, { notApplied: [{ discountId: "d-a", why }] });
    expect(trialOf(quote(2000), quote(1600), coupon("a"))).toEqual({ savesFen: 400, why: null });
    expect(trialOf(quote(2000), short, coupon("a"))).toEqual({ savesFen: 0, why });
    expect(chosenTrial(quote(1600, { discounts: [{ discountId: "d-a", fen: 400 }] }), coupon("a"))).toEqual({
      savesFen: 400,
      why: null,
    });
    expect(chosenTrial(short, coupon("a"))).toEqual({ savesFen: 0, why });
  });
  it("are marked as best only when they help", () => {
    const trials = (...savings: [string, number][]) =>
      new Map(savings.map(([id, savesFen]) => [id as CouponId, { savesFen, why: null }]));
    expect(bestOf(trials(["a", 100], ["b", 400]))).toBe("b");
    expect(bestOf(trials(["a", 0]))).toBeNull();
  });
});
