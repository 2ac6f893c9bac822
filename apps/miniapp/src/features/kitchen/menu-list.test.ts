import { describe, expect, it } from "vitest";
import { byCategory, type Dish, type Menu, searchDishes, withSoldOut } from "./menu-list";

const english: Record<string, string> = { 面: "Noodles", 小吃: "Snacks", 饮品: "Drinks" };
const dish = (dishId: string, name: string, nameEn: string, category: string) =>
  ({ dishId, name, nameEn, category, categoryEn: english[category], soldOut: false }) as unknown as Dish;
const dishes = [
  dish("d1", "红烧牛肉面", "Braised beef noodles", "面"),
  dish("d2", "番茄鸡蛋面", "Tomato egg noodles", "面"),
  dish("d3", "酸梅汤", "Plum drink", "饮品"),
];
const idsOf = (found: readonly Dish[]) => found.map((one) => one.dishId);

describe("a kitchen's menu", () => {
  it("is searched by name in both languages and by category", () => {
    expect(idsOf(searchDishes(dishes, "牛肉"))).toEqual(["d1"]);
    expect(idsOf(searchDishes(dishes, " PLUM "))).toEqual(["d3"]);
    expect(idsOf(searchDishes(dishes, "面"))).toEqual(["d1", "d2"]);
    expect(idsOf(searchDishes(dishes, "drinks"))).toEqual(["d3"]);
    expect(searchDishes(dishes, "  ")).toBe(dishes);
  });

  it("stands by category, without empty ones", () => {
    const categories = Object.entries(english).map(([name, nameEn]) => ({ name, nameEn }));
    expect(byCategory(categories, dishes).map((section) => section.category.nameEn)).toEqual([
      "Noodles",
      "Drinks",
    ]);
  });

  it("marks one dish as sold out", () => {
    const menu = withSoldOut({ dishes } as unknown as Menu, "d2", true);
    expect(menu.dishes.map((one) => one.soldOut)).toEqual([false, true, false]);
  });
});
