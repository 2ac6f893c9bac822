import { describe, expect, it } from "vitest";
import type { Dish } from "./dish-labels";
import { menuSections, rowHeight, sectionAt, sectionTops, titleHeight } from "./menu-sections";

const dish = (name: string, category: string, more: object = {}): Dish =>
  ({ name, category, soldOut: false, left: 9, ...more }) as unknown as Dish;
const dishes = [
  dish("面", "面食", { soldOut: true }),
  dish("拌面", "面食"),
  dish("茶", "饮品"),
  dish("汤", "饮品", { left: 0 }),
];

const categories = (...names: string[]) => names.map((name) => ({ name, nameEn: `${name} (en)` }));

describe("menu sections", () => {
  it("puts what is sold out last and leaves empty categories out", () => {
    const sections = menuSections(categories("面食", "小吃", "饮品"), dishes);
    expect(sections.map((section) => section.name)).toEqual(["面食", "饮品"]);
    expect(sections[0]?.nameEn).toBe("面食 (en)");
    expect(sections[0]?.dishes.map((d) => d.name)).toEqual(["拌面", "面"]);
    expect(sections[1]?.dishes.map((d) => d.name)).toEqual(["茶", "汤"]);
  });
  it("links scrolling to the category and back", () => {
    const tops = sectionTops(menuSections(categories("面食", "饮品"), dishes));
    expect(tops).toEqual([0, titleHeight + 2 * rowHeight]);
    expect(sectionAt(tops, 0)).toBe(0);
    expect(sectionAt(tops, (tops[1] ?? 0) - titleHeight)).toBe(0);
    expect(sectionAt(tops, tops[1] ?? 0)).toBe(1);
    expect(sectionAt([], 50)).toBe(0);
  });
});
