import { type DishId, fen, toId } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choicesOf, type PricedDish, portionsOf, priceLines } from "./price.ts";

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
    { key: "mild", name: "微辣", nameEn: "Mild", priceFen: fen(0), soldOut: false },
    { key: "hot", name: "特辣", nameEn: "Hot", priceFen: fen(50), soldOut: false },
  ],
};
const menuOf = (dishes: PricedDish[]) => new Map(dishes.map((d) => [d.dishId, d]));

describe("the lines of a cart", () => {
  it("cost their portions for any cart, and do not depend on the order of lines", () => {
    const menu = menuOf(Array.from({ length: 8 }, (_, n) => dish(n, n % 2 ? { options: [spicy] } : {})));
    const line = fc
      .record({ n: fc.nat(7), quantity: fc.integer({ min: 1, max: 50 }), hot: fc.boolean() })
      .map(({ n, quantity, hot }) => ({
        dishId: dishId(n),
        quantity,
        choices: n % 2 ? [hot ? "spicy:hot" : "spicy:mild"] : [],
      }));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (cart) => {
        const { lines, problems } = priceLines(cart, menu);
        expect(problems).toEqual([]);
        expect(lines.every((l) => l.totalFen === l.unitFen * l.quantity && l.totalFen >= 0)).toBe(true);
        expect(priceLines([...cart].reverse(), menu).lines.reverse()).toEqual(lines);
        const sum = (counts: Iterable<number>) => [...counts].reduce((total, n) => total + n, 0);
        const pieces = sum(cart.map((l) => l.quantity));
        expect(sum(portionsOf(lines).values())).toBe(pieces);
        expect(sum(choicesOf(lines).map((c) => c.quantity))).toBe(
          sum(cart.filter((l) => l.choices.length > 0).map((l) => l.quantity)),
        );
      }),
    );
  });

  it("name every reason why they cannot be ordered", () => {
    const gone = { ...spicy, choices: [{ ...spicy.choices[0], soldOut: true }] } as typeof spicy;
    const menu = menuOf([
      dish(1, { options: [spicy] }),
      dish(2, { soldOut: true }),
      dish(4, { options: [gone] }),
    ]);
    const kinds = (choices: string[], n = 1) =>
      priceLines([{ dishId: dishId(n), quantity: 1, choices }], menu).problems.map((p) => p.kind);
    expect(kinds([])).toEqual(["optionsInvalid"]);
    expect(kinds(["spicy:mild", "spicy:hot"])).toEqual(["optionsInvalid"]);
    expect(kinds(["spicy:mild", "spicy:nuclear"])).toEqual(["optionsInvalid"]);
    expect(kinds(["spicy:mild", "spicy:mild"])).toEqual(["optionsInvalid"]);
    expect(kinds([], 2)).toEqual(["soldOut"]);
    expect(kinds(["spicy:mild"], 4)).toEqual(["soldOut"]);
    expect(kinds([], 3)).toEqual(["dishNotFound"]);
    expect(kinds(["spicy:hot"])).toEqual([]);
  });

  it("tell of prices that moved while a dish lay in the cart", () => {
    const menu = menuOf([dish(1)]);
    const line = { dishId: dishId(1), quantity: 1, choices: [] };
    expect(priceLines([{ ...line, seenFen: fen(900) }], menu).changed).toMatchObject([
      { fromFen: 900, toFen: 1001 },
    ]);
    expect(priceLines([{ ...line, seenFen: fen(1001) }, line], menu).changed).toEqual([]);
  });
});
