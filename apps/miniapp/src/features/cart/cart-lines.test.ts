import type { DishId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import type { Dish } from "@/features/shops/dish-labels";
import {
  addToCart,
  type Cart,
  fitToMenu,
  goodsFen,
  lineKey,
  piecesIn,
  portionsIn,
  setQuantity,
} from "./cart-lines";

const heat = {
  key: "heat",
  name: "辣度",
  nameEn: "Heat",
  min: 1,
  max: 1,
  choices: [{ key: "mild", name: "微辣", nameEn: "Mild", priceFen: 0 }],
};
const extras = {
  key: "extras",
  name: "加料",
  nameEn: "Extras",
  min: 0,
  max: 2,
  choices: [{ key: "egg", name: "加蛋", nameEn: "Egg", priceFen: 200 }],
};
const dish = (id: string, more: object = {}): Dish =>
  ({
    dishId: id as DishId,
    name: id,
    nameEn: id,
    priceFen: 1000,
    soldOut: false,
    left: 9,
    options: [heat, extras],
    ...more,
  }) as unknown as Dish;
const noodles = dish("noodles");
const two = addToCart(addToCart([], noodles, ["heat:mild"]), noodles, ["extras:egg", "heat:mild"]);

describe("cart lines", () => {
  it("joins the same options and separates others", () => {
    const more = addToCart(two, noodles, ["heat:mild", "extras:egg"], 2);
    expect(more.map((line) => line.quantity)).toEqual([1, 3]);
    expect(portionsIn(more, noodles.dishId)).toBe(4);
    expect(piecesIn(more)).toBe(4);
    expect(goodsFen(more, [noodles])).toBe(1000 + 3 * 1200);
  });
  it("takes a line out at zero and stops at fifty", () => {
    const key = lineKey(two[0] as Cart[number]);
    expect(setQuantity(two, key, 0)).toHaveLength(1);
    expect(setQuantity(two, key, 99)[0]?.quantity).toBe(50);
  });
  it("names what is gone, sold out or scarce when the menu has moved on", () => {
    expect(fitToMenu(two, [])).toEqual({
      cart: [],
      troubles: [expect.objectContaining({ why: "gone" }), expect.objectContaining({ why: "gone" })],
    });
    expect(fitToMenu(two, [dish("noodles", { soldOut: true })]).troubles[0]?.why).toBe("soldOut");
    const plenty = setQuantity(two, lineKey(two[0] as Cart[number]), 8);
    const scarce = fitToMenu(plenty, [dish("noodles", { left: 5 })]);
    expect(scarce.cart).toEqual([expect.objectContaining({ quantity: 5 })]);
    expect(scarce.troubles.map((t) => t.why)).toEqual(["fewer", "soldOut"]);
  });
  it("drops a line whose options changed", () => {
    expect(fitToMenu(two, [dish("noodles", { options: [heat] })]).cart).toHaveLength(1);
    expect(fitToMenu(two, [noodles]).troubles).toEqual([]);
  });
});
