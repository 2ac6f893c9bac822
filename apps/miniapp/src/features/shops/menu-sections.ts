import type { Outputs } from "@/rpc";
import type { Dish } from "./dish-labels";

/** Heights of the dish list in design pixels; the style sheet has the same. Known heights need no measuring, on any host. */
export const titleHeight = 40;
export const rowHeight = 116;
const railHeight = 56;

type Category = Outputs["catalog"]["menu"]["categories"][number];
export type MenuSection = Category & { readonly dishes: readonly Dish[] };

/** Dishes by category in the menu's order, sold-out ones last within theirs; empty categories are left out. */
export function menuSections(categories: readonly Category[], dishes: readonly Dish[]): MenuSection[] {
  const sections = categories.map((category) => {
    const own = dishes.filter((dish) => dish.category === category.name);
    return { ...category, dishes: [...own.filter((dish) => !isGone(dish)), ...own.filter(isGone)] };
  });
  return sections.filter((section) => section.dishes.length > 0);
}

export const isGone = (dish: Dish): boolean => dish.soldOut || dish.left <= 0;

/** Where each section starts, in design pixels from the top of the list. */
export function sectionTops(sections: readonly MenuSection[]): number[] {
  let top = 0;
  return sections.map((section) => {
    const start = top;
    top += titleHeight + section.dishes.length * rowHeight;
    return start;
  });
}

/** The section that a reader looks at when the list is scrolled by `scrolled` design pixels. */
export function sectionAt(tops: readonly number[], scrolled: number): number {
  let found = 0;
  tops.forEach((top, index) => {
    if (scrolled + titleHeight / 2 >= top) found = index;
  });
  return found;
}

/** Keeps the active category in the middle of the rail, three rows below its top. */
export const railTop = (active: number): number => Math.max(0, active - 3) * railHeight;
