import { type DishId, fen, toId, type Words } from "@sanqi/kernel";
import type { GrossLine, PriceRequest } from "./priced-order.ts";
import type { DiscountRule, Offer, OfferTimes } from "./rule.ts";

const digits = (n: number) => String(n).padStart(20, "0");
export const dishId = (n: number): DishId => toId("dish", `dsh_${digits(n)}`);
export const discountId = (n: number) => toId("discount", `dsc_${digits(n)}`);
export const couponId = (n: number) => toId("coupon", `cpn_${digits(n)}`);
const named = (zh: string): Words => ({ zh, en: zh });

/** Thursday, 26 November 2026, 12:00 in China. */
export const noon = 1_795_665_600_000;

export const always: OfferTimes = { from: null, until: null, weekdays: [], minutes: null, handovers: [] };

/** A line of `quantity` portions at `dishFen` each, with one option of `optionFen`. */
export function aLine(n: number, quantity: number, dishFen: number, optionFen = 0): GrossLine {
  const unitFen = dishFen + optionFen;
  return {
    dishId: dishId(n),
    name: `菜${n}`,
    nameEn: `Dish ${n}`,
    choices:
      optionFen > 0
        ? [{ group: "more", key: "extra", name: "加", nameEn: "Extra", priceFen: fen(optionFen) }]
        : [],
    quantity,
    unitFen: fen(unitFen),
    totalFen: fen(unitFen * quantity),
  };
}

/** A rule of the shop that is open to everybody at any time and goes with any other. */
export function aRule(n: number, offer: Offer, over: Partial<DiscountRule> = {}): DiscountRule {
  return {
    discountId: discountId(n),
    name: named(`优惠${n}`),
    bearer: "merchant",
    shopId: null,
    offer,
    when: always,
    needsCoupon: false,
    order: n,
    excludes: null,
    combines: "combinable",
    ...over,
  };
}

export function aRequest(over: Partial<PriceRequest> = {}): PriceRequest {
  return {
    lines: [aLine(1, 1, 3000)],
    packingFen: fen(100),
    delivery: { feeFen: fen(300), parts: [{ words: named("配送费"), amountFen: fen(300) }] },
    minOrderFen: fen(0),
    rules: [],
    coupons: { held: [], chosen: [] },
    customer: { isNew: false },
    handover: "delivery",
    now: noon,
    ...over,
  };
}

export const steps = (...pairs: readonly (readonly [from: number, off: number])[]): Offer => ({
  kind: "threshold",
  steps: pairs.map(([from, off]) => ({ fromFen: fen(from), offFen: fen(off) })),
});
