import { fen } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { hourBars, ownFen } from "./hour-bars";

describe("a day in figures", () => {
  it("has a bar for each hour between the first and the last order", () => {
    const bars = hourBars([
      { hour: 13, orders: 4 },
      { hour: 11, orders: 9 },
      { hour: 7, orders: 0 },
    ]);
    expect(bars.map(({ label, value }) => [label, value])).toEqual([
      ["11", 9],
      ["12", 0],
      ["13", 4],
    ]);
    expect(hourBars([])).toEqual([]);
  });

  it("sums up what is the kitchen's", () => {
    expect(
      ownFen({
        goodsFen: fen(10_000),
        packingFen: fen(500),
        ownDiscountFen: fen(800),
        refundedFen: fen(1_200),
      }),
    ).toBe(8_500);
  });
});
