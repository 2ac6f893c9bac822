import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeCharges } from "./charges.ts";
import { daysBefore, judgeDifferences } from "./differences.ts";

const own = (paymentId: string, orderId: string, refundedFen = 0) => ({ paymentId, orderId, refundedFen });
const charge = (paymentId: string, platformNumber = paymentId, amountFen = 100) => ({
  paymentId,
  platformNumber,
  amountFen,
});
const back = (paymentId: string, amountFen = 100, refundId = "r") => ({ paymentId, refundId, amountFen });

describe("charges, by the platforms' side", () => {
  it("are double where an order's money is kept twice, by two payments or under one number", () => {
    const two = judgeCharges([own("a", "o"), own("b", "o")], {
      payments: [charge("a"), charge("b")],
      refunds: [],
    });
    expect(two.doubleCharges).toEqual(["o"]);
    const same = judgeCharges([own("a", "o")], {
      payments: [charge("a", "1"), charge("a", "2")],
      refunds: [],
    });
    expect(same.doubleCharges).toEqual(["o"]);
  });

  it("are not double where the second one went back, or a bill lists one charge in two files", () => {
    const returned = judgeCharges([own("a", "o"), own("b", "o", 100)], {
      payments: [charge("a"), charge("b")],
      refunds: [back("b")],
    });
    expect(returned).toEqual({ doubleCharges: [], doubleRefunds: [] });
    expect(
      judgeCharges([own("a", "o")], { payments: [charge("a"), charge("a")], refunds: [] }).doubleCharges,
    ).toEqual([]);
  });

  it("went back twice where more came than was asked for, or than was paid", () => {
    const platform = { payments: [charge("a")], refunds: [back("a", 60, "1"), back("a", 60, "2")] };
    expect(judgeCharges([own("a", "o", 60)], platform).doubleRefunds).toEqual(["a"]);
    expect(judgeCharges([own("a", "o", 120)], platform).doubleRefunds).toEqual(["a"]);
    expect(
      judgeCharges([own("a", "o", 60)], { ...platform, refunds: [back("a", 60)] }).doubleRefunds,
    ).toEqual([]);
  });
});

describe("differences", () => {
  const told = (n: number) => ({
    channel: "alipay",
    day: "2026-11-22",
    kind: "doubled/payment",
    number: `p${n}`,
  });
  it("count as found where everybody tells them, and as false where anybody tells another", () => {
    const lists = fc.uniqueArray(fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(lists, lists, lists, (planted, first, second) => {
        const judged = judgeDifferences(planted.map(told), [first.map(told), second.map(told)]);
        expect(judged.planted).toBe(planted.length);
        expect(judged.found).toBe(planted.filter((n) => first.includes(n) && second.includes(n)).length);
        expect(judged.falseOnes.length).toBe(
          [...new Set([...first, ...second])].filter((n) => !planted.includes(n)).length,
        );
      }),
    );
  });
  it("are counted where nobody knows which were planted", () => {
    expect(judgeDifferences(2, [[told(1), told(2), told(3)]])).toMatchObject({
      planted: 2,
      found: 2,
      falseOnes: { length: 1 },
    });
    expect(judgeDifferences(2, [[told(1)]])).toMatchObject({ found: 1, falseOnes: [] });
    expect(judgeDifferences(1, [[told(1)], [told(2)]])).toMatchObject({ found: 0, falseOnes: { length: 2 } });
  });
  it("are looked for on days that are over", () => {
    expect(daysBefore(Date.UTC(2026, 10, 23, 2, 6), 2)).toEqual(["2026-11-21", "2026-11-22"]);
    expect(daysBefore(Date.UTC(2026, 10, 23, 2, 4), 1)).toEqual(["2026-11-21"]);
  });
});
