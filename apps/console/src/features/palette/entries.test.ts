// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";
import { sayIn } from "../../ui/language.tsx";
import { deskEntries, pastedOrder } from "./entries.tsx";

const desk = {
  say: sayIn("zh"),
  language: "zh" as const,
  dark: false,
  go: vi.fn(),
  toggleLanguage: vi.fn(),
  toggleDark: vi.fn(),
};
const keysFor = (text: string) => deskEntries(text, desk).map((entry) => entry.key);

describe("palette", () => {
  it("offers every page and switch at first", () => {
    expect(keysFor("")).toEqual([
      "overview",
      "orders",
      "phone-order",
      "after-sales",
      "map",
      "shops",
      "changes",
      "reviews",
      "offers",
      "money",
      "reconciliation",
      "people",
      "operations",
      "language",
      "dark",
    ]);
  });

  it("finds pages by their Chinese and English names", () => {
    expect(keysFor("地图")).toEqual(["map"]);
    expect(keysFor("PEOPLE")).toEqual(["people"]);
    expect(keysFor("售后")).toEqual(["after-sales"]);
    expect(keysFor("对账")).toEqual(["reconciliation", "money/statement"]);
    expect(keysFor("发薪")).toEqual(["money/payouts"]);
    expect(keysFor("深色")).toEqual(["dark"]);
    expect(keysFor("zzz")).toEqual([]);
  });

  it("opens an order by its whole id and by nothing less", () => {
    const orderId = `ord_${"0".repeat(20)}`;
    pastedOrder(` ${orderId} `, desk)[0]?.run();
    expect(desk.go).toHaveBeenCalledWith(`/orders/${orderId}`);
    expect(pastedOrder("ord_123", desk)).toEqual([]);
  });
});
