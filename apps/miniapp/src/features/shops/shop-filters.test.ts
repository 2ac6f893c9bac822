import { describe, expect, it } from "vitest";
import {
  categoriesOf,
  filterShops,
  fitFilters,
  minutesUntil,
  noFilters,
  type ShopCard,
  soonest,
} from "./shop-filters";

const shop = (key: string, more: object = {}): ShopCard =>
  ({
    key,
    category: "面食",
    categoryEn: "Noodles",
    open: true,
    halal: false,
    deliveryFeeFen: 200,
    promise: null,
    ...more,
  }) as unknown as ShopCard;
const shops = [
  shop("night", { open: false }),
  shop("lanzhou", { halal: true, promise: { earliest: 60_000 * 20, latest: 60_000 * 30 } }),
  shop("tea", {
    category: "茶饮",
    categoryEn: "Tea",
    deliveryFeeFen: 0,
    promise: { earliest: 60_000 * 12, latest: 60_000 * 22 },
  }),
];
const keys = (list: ShopCard[]) => list.map((s) => s.key);

describe("shop filters", () => {
  it("puts closed shops last and keeps the order otherwise", () => {
    expect(keys(filterShops(shops, noFilters))).toEqual(["lanzhou", "tea", "night"]);
  });
  it("joins filters with and", () => {
    expect(keys(filterShops(shops, { on: ["open", "halal"], category: null }))).toEqual(["lanzhou"]);
    expect(keys(filterShops(shops, { on: ["freeDelivery"], category: "面食" }))).toEqual([]);
  });
  it("forgets a stored category that no shop has", () => {
    expect(categoriesOf(shops)).toEqual([
      { name: "面食", nameEn: "Noodles" },
      { name: "茶饮", nameEn: "Tea" },
    ]);
    expect(fitFilters({ on: ["open"], category: "烧烤" }, shops)).toEqual({ on: ["open"], category: null });
  });
  it("names the soonest promise and its minutes", () => {
    expect(soonest(shops)?.earliest).toBe(60_000 * 12);
    expect(soonest([])).toBeNull();
    expect(minutesUntil({ earliest: 60_000 * 12, latest: 60_000 * 22 }, 0)).toBe(15);
    expect(minutesUntil({ earliest: 0, latest: 0 }, 60_000)).toBe(1);
  });
});
