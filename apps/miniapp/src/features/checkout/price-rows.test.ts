import { describe, expect, it } from "vitest";
import { priceRows } from "./price-rows";
import type { Quote } from "./quote-problems";

const row = (zh: string, amountFen: number, ruleId: string | null = null) => ({
  words: { zh, en: zh },
  amountFen,
  ruleId,
});

describe("the price list", () => {
  it("adds up from the goods to the total, each discount by its name", () => {
    const quote = {
      lines: [{}, {}],
      explanation: [
        row("面 ×1", 1400),
        row("茶 ×2", 1800),
        row("打包费", 100),
        row("配送费", 200),
        row("夜间配送", 100),
        row("满30减5", -500, "dsc1"),
      ],
      amounts: { goodsFen: 3200, totalFen: 3100 },
    } as unknown as Quote;
    const rows = priceRows(quote);
    expect(rows.map(({ words }) => words.zh)).toEqual(["打包费", "配送费", "夜间配送", "满30减5"]);
    expect(rows.reduce((sum, { fen }) => sum + fen, quote.amounts.goodsFen as number)).toBe(
      quote.amounts.totalFen,
    );
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });
});
