import { describe, expect, it } from "vitest";
import type { Cart } from "@/features/cart/cart-lines";
import { pairLines, priceChanges, type Quote, sortProblems } from "./quote-problems";

const cart = [
  { dishId: "a", choices: ["heat:mild"], quantity: 1, name: "甲", nameEn: "A" },
  { dishId: "b", choices: [], quantity: 2, name: "乙", nameEn: "B" },
] as unknown as Cart;
const words = (zh: string) => ({ zh, en: zh });
const line = (dishId: string, unitFen: number, choices: object[] = []) => ({
  dishId,
  name: dishId,
  nameEn: dishId,
  choices,
  unitFen,
  quantity: 1,
  totalFen: unitFen,
});
const quote = (lines: object[], packingFen = 100): Quote =>
  ({ lines, amounts: { packingFen, deliveryFeeFen: 200 } }) as unknown as Quote;

describe("quote problems", () => {
  it("stand at the line they concern, or above all", () => {
    const problems = [
      { problem: { kind: "soldOut", dishId: "b", name: "乙", left: 0 }, words: words("乙已售罄") },
      { problem: { kind: "belowMinimum", missingFen: 300 }, words: words("还差 3 元") },
      { problem: { kind: "dishNotFound", dishId: "z" }, words: words("有菜品已下架") },
    ] as unknown as Quote["problems"];
    const { byDish, general } = sortProblems(problems, cart);
    expect(byDish.get("b")).toEqual([words("乙已售罄")]);
    expect(general.map((w) => w.zh)).toEqual(["还差 3 元", "有菜品已下架"]);
  });
  it("pair priced lines with the cart when some could not be priced", () => {
    const priced = quote([line("b", 900)]).lines;
    expect(pairLines(cart, priced).map((found) => found?.dishId ?? null)).toEqual([null, "b"]);
  });
  it("name what costs something else now", () => {
    const mild = [{ key: "mild" }];
    const changes = priceChanges(
      quote([line("a", 1000, mild), line("b", 900)]),
      quote([line("a", 1100, mild), line("b", 900)], 150),
    );
    expect(changes.map(({ beforeFen, afterFen }) => [beforeFen, afterFen])).toEqual([
      [1000, 1100],
      [100, 150],
    ]);
    expect(priceChanges(null, quote([]))).toEqual([]);
  });
});
