import { type DishId, fen, toId } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PricedDish, type PricedShop, priceCart } from "./price.ts";

const dishId = (n: number): DishId => toId("dish", `dsh_${String(n).padStart(20, "0")}`);
const dish = (n: number, over: Partial<PricedDish> = {}): PricedDish => ({
  dishId: dishId(n),
  name: `菜${n}`,
  nameEn: `Dish ${n}`,
  art: "a",
  priceFen: fen(1000 + n),
  soldOut: false,
  options: [],
  ...over,
});
const spicy = {
  key: "spicy",
  name: "辣度",
  nameEn: "Heat",
  min: 1,
  max: 1,
  choices: [
    { key: "mild", name: "微辣", nameEn: "Mild", priceFen: fen(0) },
    { key: "hot", name: "特辣", nameEn: "Hot", priceFen: fen(50) },
  ],
};
const shop = (dishes: PricedDish[]): PricedShop => ({
  minOrderFen: fen(0),
  packingFen: fen(100),
  deliveryFeeFen: fen(200),
  dishes: new Map(dishes.map((d) => [d.dishId, d])),
});

describe("price", () => {
  it("adds up for any cart, is never negative, and does not depend on the order of lines", () => {
    const menu = shop(Array.from({ length: 8 }, (_, n) => dish(n, n % 2 ? { options: [spicy] } : {})));
    const line = fc
      .record({ n: fc.nat(7), quantity: fc.integer({ min: 1, max: 50 }), hot: fc.boolean() })
      .map(({ n, quantity, hot }) => ({
        dishId: dishId(n),
        quantity,
        choices: n % 2 ? [hot ? "spicy:hot" : "spicy:mild"] : [],
      }));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (cart) => {
        const { lines, amounts, problems } = priceCart(cart, menu);
        expect(problems).toEqual([]);
        const sum = lines.reduce((total, l) => total + l.totalFen, 0);
        expect(amounts.goodsFen).toBe(sum);
        expect(amounts.totalFen).toBe(sum + 300);
        expect(lines.every((l) => l.totalFen === l.unitFen * l.quantity && l.totalFen >= 0)).toBe(true);
        expect(priceCart([...cart].reverse(), menu).amounts).toEqual(amounts);
      }),
    );
  });

  it("names every reason why a cart cannot be ordered", () => {
    const menu = {
      ...shop([dish(1, { options: [spicy] }), dish(2, { soldOut: true })]),
      minOrderFen: fen(9900),
    };
    const cart = (choices: string[], n = 1) => [{ dishId: dishId(n), quantity: 1, choices }];
    const kinds = (c: Parameters<typeof priceCart>[0]) => priceCart(c, menu).problems.map((p) => p.kind);
    expect(kinds(cart([]))).toContain("optionsInvalid");
    expect(kinds(cart(["spicy:mild", "spicy:hot"]))).toContain("optionsInvalid");
    expect(kinds(cart(["spicy:mild", "spicy:nuclear"]))).toContain("optionsInvalid");
    expect(kinds(cart(["spicy:mild", "spicy:mild"]))).toContain("optionsInvalid");
    expect(kinds(cart([], 2))).toEqual(["soldOut", "belowMinimum"]);
    expect(kinds(cart([], 3))).toContain("dishNotFound");
    expect(kinds(cart(["spicy:hot"]))).toEqual(["belowMinimum"]);
  });
});
