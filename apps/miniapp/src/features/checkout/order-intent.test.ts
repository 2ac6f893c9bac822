import type { DishId, Fen, PlaceId, ShopId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { contentOf, createIntent, isPhone, noteOf, noWishes } from "./order-intent";

const order = (wishes = noWishes) =>
  contentOf({
    shopId: "shp" as ShopId,
    placeId: "plc" as PlaceId,
    cart: [{ dishId: "dsh" as DishId, quantity: 1, choices: ["heat:mild"], name: "面", nameEn: "Noodles" }],
    wishes,
    totalFen: 1700 as Fen,
  });

describe("order intent", () => {
  it("joins presets and own words, and leaves out names that the API refuses", () => {
    expect(noteOf({ ...noWishes, presets: ["少辣", "不要葱"], text: " 谢谢 " })).toBe("少辣；不要葱；谢谢");
    expect(order()).toEqual({
      shopId: "shp",
      placeId: "plc",
      lines: [{ dishId: "dsh", quantity: 1, choices: ["heat:mild"] }],
      note: "",
      cutlery: 0,
      contactPhone: null,
      expectedTotalFen: 1700,
    });
  });
  it("keeps its key for the same content only", () => {
    let made = 0;
    const intent = createIntent(() => {
      made += 1;
      return `key${made}`;
    });
    expect([intent.keyFor(order()), intent.keyFor(order())]).toEqual(["key1", "key1"]);
    expect(intent.keyFor(order({ ...noWishes, cutlery: 1 }))).toBe("key2");
    intent.renew();
    expect(intent.keyFor(order({ ...noWishes, cutlery: 1 }))).toBe("key3");
  });
  it("knows a mobile number", () => {
    expect(["13812345678", "12812345678", "1381234567", ""].map(isPhone)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
