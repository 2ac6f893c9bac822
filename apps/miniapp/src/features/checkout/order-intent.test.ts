import type { Fen } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { contentOf, createIntent, isPhone, noteOf, noWishes } from "./order-intent";

const request = {
  shopId: "shp",
  handover: "delivery",
  placeId: "plc",
  tableId: null,
  slotFrom: null,
  couponIds: [],
  lines: [{ dishId: "dsh", quantity: 1, choices: ["heat:mild"], seenFen: 1500 }],
} as const;
const order = (wishes = noWishes, change: object = {}) =>
  contentOf({ ...request, ...change } as never, wishes, 1700 as Fen);

describe("order intent", () => {
  it("joins presets and own words, and leaves out what the price alone needed", () => {
    expect(noteOf({ ...noWishes, presets: ["少辣", "不要葱"], text: " 谢谢 " })).toBe("少辣；不要葱；谢谢");
    expect(order()).toEqual({
      ...request,
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
    expect(intent.keyFor(order(noWishes, { slotFrom: 1 }))).toBe("key4");
    expect(intent.keyFor(order(noWishes, { couponIds: ["cpn"] }))).toBe("key5");
    expect(intent.keyFor(order(noWishes, { lines: [{ ...request.lines[0], quantity: 2 }] }))).toBe("key6");
  });
  it("keeps its key when only a price that was seen earlier is remembered otherwise", () => {
    const intent = createIntent();
    const seen = (seenFen: number) => order(noWishes, { lines: [{ ...request.lines[0], seenFen }] });
    expect(intent.keyFor(seen(1500))).toBe(intent.keyFor(seen(1600)));
  });
  it("gives a phone number only to who carries it somewhere", () => {
    const wishes = { ...noWishes, phone: "13812345678" };
    expect(order(wishes).contactPhone).toBe("13812345678");
    expect(order(wishes, { handover: "pickup" }).contactPhone).toBeNull();
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
