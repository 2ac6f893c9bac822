import { describe, expect, it } from "vitest";
import type { Dish } from "@/features/shops/dish-labels";
import { refill } from "./refill";

const choice = (key: string, name: string) => ({ key, name, nameEn: name, priceFen: 0 });
const heat = {
  key: "heat",
  name: "辣度",
  nameEn: "Heat",
  min: 1,
  max: 1,
  choices: [choice("none", "不辣"), choice("hot", "重辣")],
};
const sugar = {
  key: "sugar",
  name: "糖度",
  nameEn: "Sugar",
  min: 1,
  max: 1,
  choices: [choice("none", "不另加糖"), choice("full", "全糖")],
};
const dish = (id: string, more: object = {}): Dish =>
  ({
    dishId: id,
    name: id,
    nameEn: id,
    priceFen: 1000,
    soldOut: false,
    left: 9,
    options: [heat, sugar],
    ...more,
  }) as unknown as Dish;
const line = (id: string, choices: object[], quantity = 1) =>
  ({ dishId: id, name: id, nameEn: id, art: "", choices, quantity, unitFen: 1000, totalFen: 1000 }) as never;

describe("refill", () => {
  it("finds each old choice in the question that offers it", () => {
    const { cart, gone } = refill(
      [line("tea", [choice("hot", "重辣"), choice("none", "不另加糖")], 2)],
      [dish("tea")],
    );
    expect(cart).toEqual([expect.objectContaining({ choices: ["heat:hot", "sugar:none"], quantity: 2 })]);
    expect(gone).toEqual([]);
  });
  it("names what is sold out, gone, scarce or asks for another answer now", () => {
    const lines = [
      line("a", []),
      line("b", []),
      line("c", [choice("hot", "重辣")], 3),
      line("d", [choice("hot", "重辣")]),
    ];
    const menu = [
      dish("a", { soldOut: true, options: [] }),
      dish("c", { left: 2, options: [heat] }),
      dish("d"),
    ];
    const { cart, gone } = refill(lines, menu);
    expect(cart).toEqual([]);
    expect(gone.map((words) => words.zh)).toEqual(["a", "b", "c", "d"]);
  });
});
