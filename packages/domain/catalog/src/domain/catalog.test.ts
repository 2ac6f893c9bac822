import { fen, toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import {
  byPromise,
  delivers,
  dishView,
  isMatch,
  menuOrder,
  openingAt,
  searchTerms,
  shopCard,
} from "./index.ts";
import { dishOf, noon, shopOf } from "./sample-shop.test-data.ts";

describe("opening hours", () => {
  const hours = [
    { open: "10:30", close: "14:00" },
    { open: "20:30", close: "02:00" },
  ];
  const at = (clock: string) =>
    noon + (Number(clock.slice(0, 2)) - 12) * 3_600_000 + Number(clock.slice(3)) * 60_000;
  it.each([
    ["10:29", false, "10:30", null],
    ["10:30", true, null, "14:00"],
    ["14:00", false, "20:30", null],
    ["23:59", true, null, "02:00"],
    ["01:59", true, null, "02:00"],
    ["02:00", false, "10:30", null],
  ])("at %s", (clock, open, opensAt, closesAt) => {
    expect(openingAt({ hours, exceptions: [], paused: null }, at(clock))).toMatchObject({
      open,
      opensAt,
      closesAt,
    });
  });
  it("never open without hours", () => {
    const never = { hours: [], exceptions: [], paused: null };
    expect(openingAt(never, noon)).toMatchObject({ open: false, opensAt: null, closesAt: null });
  });
});

describe("shop cards", () => {
  const card = (n: number, facts: Partial<Parameters<typeof shopCard>[1]> = {}) =>
    shopCard(shopOf(n), { now: noon, rating: undefined, walkMetres: 100 * n, promise: undefined, ...facts });
  it("round ratings to one decimal and promise nothing while closed", () => {
    const promise = { earliest: noon, latest: noon + 1 };
    expect(card(1, { rating: { rating: 4.666, count: 3 }, promise })).toMatchObject({
      rating: 4.7,
      ratingCount: 3,
      promise,
    });
    const night = card(1, { now: noon + 12 * 3_600_000, promise });
    expect(night).toMatchObject({ open: false, promise: null, opensAt: "10:00", rating: null });
    expect(night).not.toHaveProperty("prepMinutes");
  });
  it("stand open first, then by promise, then by walk", () => {
    const at = (n: number, earliest: number) => card(n, { promise: { earliest, latest: earliest + 1 } });
    const closed = { ...card(9), open: false };
    const ordered = [closed, at(3, noon + 20), at(2, noon + 10), at(1, noon + 20)].sort(byPromise);
    expect(ordered.map((c) => c.key)).toEqual(["shop-2", "shop-1", "shop-3", "shop-9"]);
  });
  it("deliver up to 2,500 m", () => {
    expect([delivers(2_500), delivers(2_501), delivers(null)]).toEqual([true, false, false]);
  });
});

describe("menus", () => {
  it("show what is gone last inside its category, categories in their own order", () => {
    const view = (n: number, category: string, left: number, soldOut = false) =>
      dishView(
        { ...dishOf(1, n), category, categoryEn: `${category} (en)`, soldOut },
        {
          left,
          choicesLeft: new Map(),
          pictureUrl: null,
        },
      );
    const menu = menuOrder([
      view(1, "热菜", 0),
      view(2, "主食", 5),
      view(3, "热菜", 5, true),
      view(4, "热菜", 5),
    ]);
    expect(menu.categories).toEqual([
      { name: "热菜", nameEn: "热菜 (en)" },
      { name: "主食", nameEn: "主食 (en)" },
    ]);
    expect(menu.dishes.map((d) => [d.name, d.soldOut])).toEqual([
      ["菜 4", false],
      ["菜 1", true],
      ["菜 3", true],
      ["菜 2", false],
    ]);
    expect(menu.dishes[0]).not.toHaveProperty("dailyStock");
    expect(view(5, "x", -3).left).toBe(0);
    expect(view(5, "x", 3).priceFen).toBe(fen(1200));
    expect(view(5, "x", 3).dishId).toBe(toId("dish", dishOf(1, 5).dishId));
  });
});

describe("search", () => {
  it.each([
    ["牛肉", true],
    ["ＢＥＥＦ", true],
    ["noodles  beef", true],
    ["牛 面", true],
    ["鸡", false],
    ["   ", false],
    ["%", false],
  ])("“%s”", (text, found) => {
    expect(isMatch(searchTerms(text), ["招牌牛肉面", "Lanzhou Beef Noodles"])).toBe(found);
  });
});
