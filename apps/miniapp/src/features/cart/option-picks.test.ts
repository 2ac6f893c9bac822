import { describe, expect, it } from "vitest";
import type { Dish } from "@/features/shops/dish-labels";
import { firstPicks, lackingGroup, pickedChoices, portionFen, togglePick } from "./option-picks";

const group = (key: string, min: number, max: number, prices: number[]) => ({
  key,
  name: key,
  nameEn: key,
  min,
  max,
  choices: prices.map((priceFen, index) => ({
    key: `c${index}`,
    name: `选${index}`,
    nameEn: `c${index}`,
    priceFen,
  })),
});
const heat = group("heat", 1, 1, [0, 0, 0]);
const extras = group("extras", 0, 2, [600, 200, 300]);
const dressing = group("dressing", 1, 2, [0, 0, 0]);
const dish = { priceFen: 1400, options: [heat, extras, dressing] } as unknown as Dish;
const [heatGroup, extrasGroup, dressingGroup] = dish.options as [
  Dish["options"][number],
  Dish["options"][number],
  Dish["options"][number],
];

describe("option picks", () => {
  it("answers must-choose-one questions and leaves the rest to the person", () => {
    expect(firstPicks(dish.options)).toEqual(["heat:c0"]);
    expect(lackingGroup(dish.options, firstPicks(dish.options))?.key).toBe("dressing");
  });
  it("starts with no answer that is sold out", () => {
    const choices = heatGroup.choices.map((choice, at) => ({ ...choice, soldOut: at === 0 }));
    expect(firstPicks([{ ...heatGroup, choices }])).toEqual(["heat:c1"]);
  });
  it("replaces a single answer and never leaves a required one empty", () => {
    expect(togglePick(["heat:c0"], heatGroup, "c2")).toEqual(["heat:c2"]);
    expect(togglePick(["heat:c2"], heatGroup, "c2")).toEqual(["heat:c2"]);
  });
  it("takes no more than the maximum", () => {
    const full = togglePick(togglePick([], extrasGroup, "c0"), extrasGroup, "c1");
    expect(togglePick(full, extrasGroup, "c2")).toEqual(full);
    expect(togglePick(full, extrasGroup, "c0")).toEqual(["extras:c1"]);
  });
  it("prices one portion and says what was picked in the menu's order", () => {
    const picks = ["dressing:c0", "extras:c1", "heat:c1"];
    expect(lackingGroup(dish.options, picks)).toBeNull();
    expect(portionFen(dish, picks)).toBe(1600);
    expect(pickedChoices(dish.options, picks).map((c) => c.name)).toEqual(["选1", "选1", "选0"]);
    expect(dressingGroup.max).toBe(2);
  });
});
