import { describe, expect, it } from "vitest";
import { byCategory, type EditableMenu, searchDishes, withSoldOut } from "./menu-list";

const dish = (dishId: string, name: string, nameEn: string, category: string) => ({
  dishId,
  name,
  nameEn,
  category,
  categoryEn: category === "主食" ? "Staples" : "Drinks",
  soldOut: false,
  options: [
    {
      key: "size",
      choices: [
        { key: "l", soldOut: false },
        { key: "s", soldOut: false },
      ],
    },
  ],
});
const menu = {
  categories: [{ name: "主食" }, { name: "饮品" }, { name: "空" }],
  dishes: [dish("d1", "牛肉面", "Beef noodles", "主食"), dish("d2", "豆浆", "Soy milk", "饮品")],
} as unknown as EditableMenu;
const names = (dishes: readonly { name: string }[]) => dishes.map((one) => one.name);

describe("the kitchen's menu list", () => {
  it("finds a dish by its name or category in either language", () => {
    for (const text of ["牛肉", "BEEF", "主食", " staples "])
      expect(names(searchDishes(menu.dishes, text))).toEqual(["牛肉面"]);
    expect(searchDishes(menu.dishes, "  ")).toHaveLength(2);
    expect(searchDishes(menu.dishes, "披萨")).toEqual([]);
  });

  it("keeps the menu's order of categories and leaves out empty ones", () => {
    expect(byCategory(menu.categories, menu.dishes).map((s) => s.category.name)).toEqual(["主食", "饮品"]);
  });

  it("marks one dish, or one choice of it, and nothing else", () => {
    const whole = withSoldOut(menu, { dishId: "d2", choice: null, soldOut: true });
    expect(whole.dishes.map((one) => one.soldOut)).toEqual([false, true]);
    const part = withSoldOut(menu, { dishId: "d1", choice: "size:s", soldOut: true });
    expect(part.dishes.map((one) => one.soldOut)).toEqual([false, false]);
    expect(part.dishes.map((one) => one.options[0]?.choices.map((c) => c.soldOut))).toEqual([
      [false, true],
      [false, false],
    ]);
  });
});
