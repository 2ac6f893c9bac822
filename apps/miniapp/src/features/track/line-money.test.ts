import { describe, expect, it } from "vitest";
import { lineMoney, refundShown } from "./line-money";

const refund = (done: boolean, ...parts: [string, number][]) => ({
  key: "k",
  bearer: "merchant",
  fen: parts.reduce((sum, [, part]) => sum + part, 0),
  parts: parts.map(([key, part]) => ({ key, fen: part })),
  done,
});
const order = (payment: string, ...refunds: object[]) =>
  ({
    payment,
    refunds,
    totalFen: 3000,
    paidLines: [
      { key: "0", fen: 700, refundableFen: 0 },
      { key: "delivery", fen: 200, refundableFen: 100 },
    ],
  }) as unknown as Parameters<typeof refundShown>[0] & Parameters<typeof lineMoney>[0];

describe("money that went back", () => {
  it("is told line by line, and apart from what is still on its way", () => {
    const money = lineMoney(
      order("refunding", refund(true, ["0", 500]), refund(false, ["0", 200], ["delivery", 100])),
    );
    expect(money.get("0")).toEqual({ backFen: 500, goingFen: 200, whole: true });
    expect(money.get("delivery")).toEqual({ backFen: 0, goingFen: 100, whole: false });
    expect(money.has("1")).toBe(false);
  });
  it("is named as a sum: what is on its way before what has arrived", () => {
    expect(refundShown(order("paid"))).toBeNull();
    expect(refundShown(order("refunding", refund(true, ["0", 500]), refund(false, ["1", 200])))).toEqual({
      state: "refunding",
      fen: 200,
    });
    expect(refundShown(order("partlyRefunded", refund(true, ["0", 500])))).toEqual({
      state: "refunded",
      fen: 500,
    });
    expect(refundShown(order("refunded"))).toEqual({ state: "refunded", fen: 3000 });
  });
});
