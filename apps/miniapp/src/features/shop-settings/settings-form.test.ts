import { describe, expect, it } from "vitest";
import type { EditableMenu } from "../menu-editing/menu-list";
import { changeOf, formOf, withHandover } from "./settings-form";

const shop = {
  ...{ notice: "现拉", noticeEn: "Hand-pulled", promotion: "", promotionEn: "" },
  ...{ minOrderFen: 1_500, packingFen: 150, prepMinutes: 12, handovers: ["delivery", "pickup"], slots: null },
} as unknown as EditableMenu["shop"];
const form = formOf(shop);

describe("the form of a shop's settings", () => {
  it("sends only what was changed", () => {
    expect(changeOf(form, shop)).toEqual({ ok: true, value: {} });
    expect(changeOf({ ...form, minOrder: "20", notice: " 今日有汤 " }, shop)).toEqual({
      ok: true,
      value: { minOrderFen: 2_000, notice: "今日有汤" },
    });
    expect(changeOf({ ...form, handovers: ["delivery"] }, shop)).toEqual({
      ok: true,
      value: { handovers: ["delivery"] },
    });
  });

  it("starts to take orders ahead, and ends it", () => {
    const slots = { lengthMinutes: 15, capacity: 10, leadMinutes: 30, daysAhead: 1 };
    expect(changeOf({ ...form, ahead: true }, shop)).toEqual({ ok: true, value: { slots } });
    const open = { ...shop, slots };
    expect(changeOf({ ...formOf(open), ahead: false, capacity: "?" }, open)).toEqual({
      ok: true,
      value: { slots: null },
    });
    expect(changeOf({ ...formOf(open), capacity: "25" }, open)).toMatchObject({
      value: { slots: { capacity: 25 } },
    });
  });

  it("names the field that is no number", () => {
    expect(changeOf({ ...form, packing: "两块" }, shop)).toMatchObject({ error: { field: "packingFen" } });
    expect(changeOf({ ...form, prepMinutes: "" }, shop)).toMatchObject({ error: { field: "prepMinutes" } });
    expect(changeOf({ ...form, ahead: true, capacity: "" }, shop)).toMatchObject({
      error: { field: "slots.capacity" },
    });
  });

  it("keeps the ways to hand over in their order", () => {
    expect(withHandover(["pickup", "table"], "delivery", true)).toEqual(["delivery", "pickup", "table"]);
    expect(withHandover(["pickup", "table"], "pickup", false)).toEqual(["table"]);
  });
});
