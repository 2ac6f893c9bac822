import { toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import type { Dish } from "../shops/use-shops.ts";
import {
  emptyCart,
  isMobile,
  lineKey,
  type PhoneCart,
  quotable,
  unsettledGroups,
  withPortion,
  withQuantity,
} from "./cart.ts";

const dishId = toId("dish", `dsh_${"0".repeat(20)}`);
const shopId = toId("shop", `shp_${"0".repeat(20)}`);
const placeId = toId("place", `plc_${"0".repeat(20)}`);

describe("the cart of a phone order", () => {
  it("counts the same dish with the same choices as one line, in whatever order they are picked", () => {
    const lines = withPortion(withPortion([], { dishId, choices: ["size:large", "egg:one"] }), {
      dishId,
      choices: ["egg:one", "size:large"],
    });
    expect(lines).toEqual([{ dishId, choices: ["egg:one", "size:large"], quantity: 2 }]);
    expect(withPortion(lines, { dishId, choices: [] })).toHaveLength(2);
  });

  it("drops a line without portions", () => {
    const [line] = withPortion([], { dishId, choices: [] });
    if (!line) throw new Error("no line");
    expect(withQuantity([line], lineKey(line), 3)[0]?.quantity).toBe(3);
    expect(withQuantity([line], lineKey(line), 0)).toEqual([]);
  });

  it("has a price once shop, dishes and (for delivery) a place are known", () => {
    const lines = withPortion([], { dishId, choices: [] });
    const cart: PhoneCart = { ...emptyCart, shopId, lines };
    expect(quotable(emptyCart)).toBeNull();
    expect(quotable(cart)).toBeNull();
    expect(quotable({ ...cart, placeId })?.placeId).toBe(placeId);
    expect(quotable({ ...cart, handover: "pickup", placeId })).toMatchObject({
      handover: "pickup",
      placeId: null,
    });
  });

  it("knows a mobile number", () => {
    expect(isMobile("13800138000")).toBe(true);
    for (const wrong of ["", "12800138000", "1380013800", "138001380000", "1380013800a"])
      expect(isMobile(wrong)).toBe(false);
  });

  it("names the options that still need a choice", () => {
    const choice = { name: "", nameEn: "", priceFen: 0, soldOut: false, left: null };
    const dish = {
      options: [
        {
          key: "size",
          min: 1,
          max: 1,
          choices: [
            { ...choice, key: "s" },
            { ...choice, key: "l" },
          ],
        },
        {
          key: "extra",
          min: 0,
          max: 1,
          choices: [
            { ...choice, key: "egg" },
            { ...choice, key: "tofu" },
          ],
        },
      ],
    } as unknown as Dish;
    expect(unsettledGroups(dish, [])).toEqual(["size"]);
    expect(unsettledGroups(dish, ["size:s"])).toEqual([]);
    expect(unsettledGroups(dish, ["size:s", "extra:egg", "extra:tofu"])).toEqual(["extra"]);
  });
});
