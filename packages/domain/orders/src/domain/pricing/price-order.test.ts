import { fen } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { type Coupon, type DeliveryTariff, deliveryFee, type PriceRequest, priceOrder } from "./index.ts";
import {
  aLine,
  always,
  aRequest,
  aRule,
  couponId,
  discountId,
  dishId,
  noon,
  steps,
} from "./requests.test-data.ts";

const off = (over: Partial<PriceRequest>) => priceOrder(aRequest(over)).amounts.discountFen;
const goods = (n: number) => [aLine(1, 1, n)];
const spend = aRule(1, steps([3000, 500], [6000, 1200]));
const welcome = aRule(
  2,
  { kind: "newCustomer", fromFen: fen(1500), offFen: fen(600) },
  { bearer: "platform" },
);
const fifth = aRule(3, { kind: "percentage", fromFen: fen(2000), percentOff: 20, capFen: fen(1000) });
const special = (priceFen: number, maxPortions: number) =>
  aRule(4, {
    kind: "perItem",
    dishIds: [dishId(1)],
    price: { kind: "special", priceFen: fen(priceFen) },
    maxPortions,
  });
const freeDelivery = aRule(
  5,
  { kind: "deliveryFee", fromFen: fen(2500), offFen: null },
  { bearer: "platform" },
);
const couponRule = aRule(6, steps([2000, 400]), { needsCoupon: true, bearer: "platform" });
const coupon = (n: number, validUntilAt = noon + 1): Coupon => ({
  couponId: couponId(n),
  discountId: couponRule.discountId,
  validUntilAt,
});
const lunch = aRule(7, steps([1000, 300]), { when: { ...always, minutes: { from: 660, until: 780 } } });
const at = (hours: number, minutes = 0) => noon + ((hours - 12) * 60 + minutes) * 60_000;
const fresh = { isNew: true };
const holding = (held: Coupon[], ...chosen: number[]) => ({ held, chosen: chosen.map(couponId) });

describe("what comes off an order", () => {
  it.each<[string, Partial<PriceRequest>, number]>([
    ["满30减5，差一分不减", { lines: goods(2999), rules: [spend] }, 0],
    ["满30减5，刚好", { lines: goods(3000), rules: [spend] }, 500],
    ["满60减12 取代 满30减5", { lines: goods(6000), rules: [spend] }, 1200],
    ["新客立减", { lines: goods(1500), rules: [welcome], customer: fresh }, 600],
    ["老客没有新客立减", { lines: goods(1500), rules: [welcome] }, 0],
    ["八折", { lines: goods(3333), rules: [fifth] }, 666],
    ["八折封顶", { lines: goods(9000), rules: [fifth] }, 1000],
    ["特价 9.90，限两份", { lines: [aLine(1, 3, 1500)], rules: [special(990, 2)] }, 1020],
    ["特价不含加料", { lines: [aLine(1, 1, 1500, 200)], rules: [special(990, 1)] }, 510],
    ["特价比原价贵就不用", { lines: goods(900), rules: [special(990, 1)] }, 0],
    ["免配送费", { lines: goods(2500), rules: [freeDelivery] }, 300],
    ["自取没有配送费可免", { lines: goods(2500), rules: [freeDelivery], delivery: null }, 0],
    ["时段 11:00 起", { rules: [lunch], now: at(11) }, 300],
    ["时段 13:00 止", { rules: [lunch], now: at(13) }, 0],
    ["券要选用", { rules: [couponRule], coupons: holding([coupon(1)]) }, 0],
    ["选了券", { rules: [couponRule], coupons: holding([coupon(1)], 1) }, 400],
    ["别人的券不能用", { rules: [couponRule], coupons: holding([coupon(1)], 2) }, 0],
    ["过期的券不能用", { rules: [couponRule], coupons: holding([coupon(1, noon)], 1) }, 0],
    ["一条规则只用一张券", { rules: [couponRule], coupons: holding([coupon(1), coupon(2)], 1, 2) }, 400],
    // 3000: 新客 −600 would leave 2400, below 满30; applied first, 满减 leaves 2500 for 新客.
    ["满减在前，新客在后", { lines: goods(3000), rules: [welcome, spend], customer: fresh }, 1100],
    ["满减后打八折", { lines: goods(3000), rules: [fifth, spend] }, 1000],
    // Special price first would leave 2490: 满减 saves nothing then, so only the better one is taken.
    [
      "特价在前就不够满减：取更划算的",
      { lines: goods(3000), rules: [{ ...special(2490, 1), order: 0 }, spend] },
      510,
    ],
    [
      "同组只用一个：取更划算的",
      {
        lines: goods(4000),
        rules: [
          { ...spend, excludes: "shop" },
          { ...fifth, excludes: "shop" },
        ],
      },
      800,
    ],
    [
      "不可同享的：单独更划算就单独用",
      { lines: goods(6000), rules: [welcome, { ...spend, combines: "alone" }], customer: fresh },
      1200,
    ],
    [
      "不可同享的：不如其他加起来",
      { lines: goods(3000), rules: [welcome, { ...spend, combines: "alone" }], customer: fresh },
      600,
    ],
    [
      "再多的优惠也留一分钱",
      { lines: goods(200), rules: [aRule(8, steps([100, 900]))], delivery: null },
      199,
    ],
  ])("%s", (_, over, expected) => {
    expect(off(over)).toBe(expected);
  });

  it("does not use up a coupon where the same is saved without", () => {
    const free = { ...freeDelivery, discountId: discountId(9), order: 0, needsCoupon: true };
    const held = [{ ...coupon(1), discountId: free.discountId }];
    const { discounts } = priceOrder(aRequest({ rules: [free, freeDelivery], coupons: holding(held, 1) }));
    expect(discounts.map((d) => [d.discountId, d.couponId])).toEqual([[freeDelivery.discountId, null]]);
  });

  it("takes the coupon that ends first", () => {
    const coupons = holding([coupon(1, noon + 9), coupon(2, noon + 5)], 1, 2);
    expect(priceOrder(aRequest({ rules: [couponRule], coupons })).discounts[0]?.couponId).toBe(couponId(2));
  });
});

describe("a price explained", () => {
  it("names every row, spreads a discount over the lines, and says who bears it", () => {
    const lines = [aLine(1, 2, 1000), aLine(2, 1, 1333)];
    const priced = priceOrder(aRequest({ lines, rules: [spend, freeDelivery] }));
    expect(priced.explanation.map((e) => [e.words.zh, e.amountFen])).toEqual([
      ["菜1 ×2", 2000],
      ["菜2 ×1", 1333],
      ["打包费", 100],
      ["配送费", 300],
      ["优惠1", -500],
      ["优惠5", -300],
    ]);
    expect(
      priced.lines.map((l) => [l.key, l.grossFen, l.discounts.map((d) => [d.bearer, d.fen]), l.netFen]),
    ).toEqual([
      ["0", 2000, [["merchant", 300]], 1700],
      ["1", 1333, [["merchant", 200]], 1133],
      ["packing", 100, [], 100],
      ["delivery", 300, [["platform", 300]], 0],
    ]);
    expect(priced.amounts.totalFen).toBe(2933);
  });

  it("says what is missing, what was better, and when a rule holds", () => {
    const why = (over: Partial<PriceRequest>) =>
      priceOrder(aRequest(over)).notApplied.map((n) => [n.why.zh, n.missingFen]);
    expect(why({ lines: goods(2600), rules: [spend] })).toEqual([["再买 ¥4.00 可减 ¥5.00", 400]]);
    expect(why({ lines: goods(3200), rules: [spend] })).toEqual([["再买 ¥28.00 可减 ¥12.00", 2800]]);
    expect(why({ lines: goods(6000), rules: [spend] })).toEqual([]);
    expect(why({ lines: goods(1600), rules: [fifth] })).toEqual([["再买 ¥4.00 可享 8 折", 400]]);
    expect(why({ lines: goods(2000), rules: [freeDelivery] })).toEqual([["再买 ¥5.00 可免配送费", 500]]);
    expect(why({ lines: [aLine(2, 1, 2000)], rules: [special(990, 1)] })).toEqual([
      ["点指定菜品可享", undefined],
    ]);
    expect(why({ rules: [lunch], now: at(14) })).toEqual([["11:00–13:00 可用", undefined]]);
    expect(why({ rules: [couponRule], coupons: holding([coupon(1)]) })).toEqual([
      ["选用优惠券后可享", undefined],
    ]);
    const pickup = aRule(8, steps([1, 100]), { when: { ...always, handovers: ["pickup"] } });
    expect(why({ rules: [pickup] })).toEqual([["仅限自取", undefined]]);
    const friday = aRule(8, steps([1, 100]), { when: { ...always, weekdays: [5, 6] } });
    expect(why({ rules: [friday] })).toEqual([["仅限周五、周六", undefined]]);
    const group = (rule: typeof spend) => ({ ...rule, excludes: "shop" });
    expect(
      why({ lines: goods(4000), rules: [group({ ...fifth }), group(aRule(8, steps([1, 100])))] }),
    ).toEqual([["已享更划算的优惠", undefined]]);
    expect(why({ rules: [welcome, { ...lunch, when: { ...always, until: noon } }, couponRule] })).toEqual([]);
  });

  it("checks the minimum on goods before discounts", () => {
    const below = (n: number) =>
      priceOrder(aRequest({ lines: goods(n), rules: [spend], minOrderFen: fen(3000) })).belowMinimumFen;
    expect([below(3000), below(2700)]).toEqual([0, 300]);
  });

  it("costs nothing where nothing is ordered", () => {
    const empty = priceOrder(aRequest({ lines: [], rules: [spend, freeDelivery] }));
    expect(empty.lines).toEqual([]);
    expect(empty.explanation).toEqual([]);
    expect(empty.amounts.totalFen).toBe(0);
  });
});

describe("the delivery fee", () => {
  const tariff: DeliveryTariff = {
    baseFen: fen(200),
    distance: { freeMetres: 500, stepMetres: 300, stepFen: fen(50), capFen: fen(120) },
    surcharges: [
      { minutes: { from: 1320, until: 60 }, feeFen: fen(100), name: { zh: "夜间", en: "At night" } },
    ],
  };
  it.each([
    ["near", 500, at(12), 200],
    ["a started step", 501, at(12), 250],
    ["two steps", 801, at(12), 300],
    ["at most the cap", 5000, at(12), 320],
    ["at night", 100, at(22), 300],
    ["after midnight", 100, at(24, 59), 300],
    ["past the night", 100, at(25), 200],
  ])("%s", (_, walkMetres, now, expected) => {
    const { feeFen, parts } = deliveryFee(tariff, { walkMetres, now });
    expect(feeFen).toBe(expected);
    expect(parts.reduce((sum, part) => sum + part.amountFen, 0)).toBe(expected);
  });
});
