import { fen } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LineAmount, OrderRefund } from "../order.ts";
import { refundableByLine, refundedFen, worthOf } from "../paid-lines.ts";
import { type DiscountRule, type GrossLine, type Offer, type PriceRequest, priceOrder } from "./index.ts";
import { aLine, always, aRequest, aRule, couponId, dishId, noon } from "./requests.test-data.ts";

const money = (max: number) => fc.integer({ min: 0, max }).map(fen);
const lines = fc.array(
  fc
    .record({
      n: fc.integer({ min: 1, max: 5 }),
      quantity: fc.integer({ min: 1, max: 9 }),
      dishFen: fc.integer({ min: 0, max: 4000 }),
      optionFen: fc.constantFrom(0, 0, 50, 333),
    })
    .map((l) => aLine(l.n, l.quantity, l.dishFen, l.optionFen)),
  { maxLength: 7 },
);
const offer: fc.Arbitrary<Offer> = fc.oneof(
  fc.record({
    kind: fc.constant("threshold" as const),
    steps: fc.array(fc.record({ fromFen: money(9000), offFen: money(3000) }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("percentage" as const),
    fromFen: money(5000),
    percentOff: fc.integer({ min: 1, max: 100 }),
    capFen: fc.option(money(2000)),
  }),
  fc.record({
    kind: fc.constant("perItem" as const),
    dishIds: fc.uniqueArray(fc.integer({ min: 1, max: 5 }).map(dishId), { minLength: 1 }),
    price: fc.oneof(
      fc.record({ kind: fc.constant("special" as const), priceFen: money(4000) }),
      fc.record({ kind: fc.constant("off" as const), offFen: money(4000) }),
    ),
    maxPortions: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({ kind: fc.constant("newCustomer" as const), fromFen: money(5000), offFen: money(3000) }),
  fc.record({
    kind: fc.constant("deliveryFee" as const),
    fromFen: money(5000),
    offFen: fc.option(money(500)),
  }),
);
const rules = fc
  .array(
    fc.record({
      offer,
      bearer: fc.constantFrom("merchant" as const, "platform" as const),
      order: fc.nat(3),
      excludes: fc.constantFrom(null, null, "a", "b"),
      combines: fc.constantFrom("combinable" as const, "combinable" as const, "alone" as const),
      needsCoupon: fc.boolean(),
      handovers: fc.constantFrom([], ["pickup" as const]),
    }),
    { maxLength: 7 },
  )
  .map((made) =>
    made.map(
      ({ offer, handovers, ...rest }, n): DiscountRule =>
        aRule(n, offer, { ...rest, when: { ...always, handovers } }),
    ),
  );
const request: fc.Arbitrary<PriceRequest> = fc
  .record({
    lines,
    rules,
    packing: money(300),
    deliveryFen: fc.option(money(900)),
    isNew: fc.boolean(),
    chosen: fc.uniqueArray(fc.nat(6)),
  })
  .map((r) =>
    aRequest({
      lines: r.lines,
      rules: r.rules,
      packingFen: r.packing,
      delivery:
        r.deliveryFen === null
          ? null
          : {
              feeFen: r.deliveryFen,
              parts: [{ words: { zh: "配送费", en: "Delivery" }, amountFen: r.deliveryFen }],
            },
      customer: { isNew: r.isNew },
      coupons: {
        held: r.rules.map((rule, n) => ({
          couponId: couponId(n),
          discountId: rule.discountId,
          validUntilAt: noon + 1,
        })),
        chosen: r.chosen.map(couponId),
      },
    }),
  );
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
/** A permutation of `items`, drawn with `keys`. */
const shuffled = <T>(items: readonly T[], keys: readonly number[]): T[] =>
  items
    .map((item, at) => ({ item, key: keys[at] ?? at }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
const keys = fc.array(fc.nat(1000), { minLength: 10, maxLength: 10 });

describe("a priced order", () => {
  it("adds up, line by line and rule by rule, and nothing in it is negative", () => {
    fc.assert(
      fc.property(request, (r) => {
        const { lines, amounts, discounts, explanation, belowMinimumFen } = priceOrder(r);
        const { goodsFen, packingFen, deliveryFeeFen, discountFen, totalFen } = amounts;
        expect(sum(lines.map((l) => l.netFen))).toBe(totalFen);
        expect(sum(explanation.map((e) => e.amountFen))).toBe(totalFen);
        expect(goodsFen + packingFen + deliveryFeeFen - discountFen).toBe(totalFen);
        expect(sum(discounts.map((d) => d.fen))).toBe(discountFen);
        for (const d of discounts) {
          expect(sum(d.shares.map((s) => s.fen))).toBe(d.fen);
          expect(d.fen).toBeGreaterThan(0);
          expect(d.fen).toBeLessThanOrEqual(d.baseFen);
        }
        for (const l of lines) {
          expect(l.netFen).toBe(l.grossFen - l.discountFen);
          expect(sum(l.discounts.map((d) => d.fen))).toBe(l.discountFen);
          expect(Math.min(l.netFen, l.discountFen, l.grossFen)).toBeGreaterThanOrEqual(0);
        }
        expect(belowMinimumFen).toBe(0);
      }),
    );
  });

  it("leaves something to pay of goods that cost something, and is never dearer than without discounts", () => {
    fc.assert(
      fc.property(request, (r) => {
        const { totalFen, goodsFen } = priceOrder(r).amounts;
        expect(totalFen).toBeLessThanOrEqual(priceOrder({ ...r, rules: [] }).amounts.totalFen);
        expect(totalFen > 0 || goodsFen === 0).toBe(true);
      }),
    );
  });

  it("does not depend on the order of lines, rules and coupons", () => {
    fc.assert(
      fc.property(request, keys, keys, (r, byLine, byRule) => {
        const ofLines = (lines: readonly GrossLine[], asked: PriceRequest) => {
          const { amounts, discounts, notApplied, lines: priced } = priceOrder({ ...asked, lines });
          const perLine = lines.map((line, at) => {
            const { key: _, ...amounts } = priced[at] ?? { key: "" };
            return JSON.stringify([line, amounts]);
          });
          const rulesApplied = discounts.map(({ shares: _, ...discount }) => discount);
          return { amounts, rulesApplied, notApplied, perLine: perLine.sort() };
        };
        const coupons = { held: shuffled(r.coupons.held, byRule), chosen: r.coupons.chosen.toReversed() };
        const mixed = { ...r, coupons, rules: shuffled(r.rules, byRule) };
        expect(ofLines(shuffled(r.lines, byLine), mixed)).toEqual(ofLines(r.lines, r));
      }),
    );
  });

  it("keeps the price of a line when another one is added", () => {
    fc.assert(
      fc.property(request, lines, (r, more) => {
        const gross = (lines: readonly GrossLine[]) =>
          priceOrder({ ...r, lines })
            .lines.slice(0, r.lines.length)
            .map((l) => l.grossFen);
        const before = r.lines.length > 0 ? gross(r.lines) : [];
        expect(gross([...r.lines, ...more]).slice(0, before.length)).toEqual(before);
      }),
    );
  });

  it("applies one rule of a group, a rule alone where it stands alone, and a coupon only where it was chosen", () => {
    fc.assert(
      fc.property(request, (r) => {
        const applied = priceOrder(r).discounts.map((discount) => {
          const rule = r.rules.find((x) => x.discountId === discount.discountId);
          if (!rule) throw new Error("a discount without its rule");
          return { rule, discount };
        });
        const groups = applied.map(({ rule }) => rule.excludes).filter((group) => group !== null);
        expect(new Set(groups).size).toBe(groups.length);
        if (applied.some(({ rule }) => rule.combines === "alone")) expect(applied).toHaveLength(1);
        for (const { rule, discount } of applied) {
          expect(discount.couponId !== null).toBe(rule.needsCoupon);
          if (discount.couponId) expect(r.coupons.chosen).toContain(discount.couponId);
          if (rule.offer.kind === "newCustomer") expect(r.customer.isNew).toBe(true);
        }
      }),
    );
  });

  it("is as good for the customer as any single rule", () => {
    fc.assert(
      fc.property(request, (r) => {
        const best = priceOrder(r).amounts.totalFen;
        for (const rule of r.rules)
          expect(best).toBeLessThanOrEqual(priceOrder({ ...r, rules: [rule] }).amounts.totalFen);
      }),
    );
  });
});

describe("a refund of every portion", () => {
  it("gives back what was paid, to the fen, in any steps and any order", () => {
    const wishes = fc.array(fc.record({ at: fc.nat(9), portions: fc.integer({ min: 1, max: 4 }) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(request, wishes, (r, first) => {
        const { amounts, discounts } = priceOrder(r);
        const lines = r.lines.map((line) => ({ ...line, art: "a" }));
        const paid = { lines, amounts, discounts };
        const refunds: OrderRefund[] = [];
        const give = (parts: LineAmount[]) => {
          const back = fen(sum(parts.map((part) => part.fen)));
          refunds.push({ key: String(refunds.length), bearer: "merchant", fen: back, parts, done: true });
          for (const { fen: left } of refundableByLine({ ...paid, refunds }))
            expect(left).toBeGreaterThanOrEqual(0);
        };
        const left = lines.map((line) => line.quantity);
        const portionsBack = (line: number, wanted: number) => {
          const quantity = Math.min(wanted, left[line] ?? 0);
          if (quantity === 0) return;
          left[line] = (left[line] ?? 0) - quantity;
          give(worthOf({ ...paid, refunds }, [{ line, quantity }]));
        };
        for (const { at, portions } of first) if (lines.length > 0) portionsBack(at % lines.length, portions);
        for (const at of lines.keys()) portionsBack(at, left[at] ?? 0);
        const byDish = refundableByLine({ ...paid, refunds }).filter(({ key }) => /^\d+$/.test(key));
        expect(byDish.every((part) => part.fen === 0)).toBe(true);
        give(refundableByLine({ ...paid, refunds }));
        expect(refundedFen({ refunds })).toBe(amounts.totalFen);
      }),
    );
  });
});
