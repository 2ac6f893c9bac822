import type { DishId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import type { Dish } from "@/features/shops/dish-labels";
import { addToCart } from "./cart-lines";
import { acceptPrices, moveOf, nextOffer } from "./price-moves";

const dish = (priceFen: number): Dish =>
  ({
    dishId: "tea",
    name: "茶",
    nameEn: "Tea",
    priceFen,
    options: [{ key: "size", min: 0, max: 1, choices: [{ key: "large", priceFen: 300 }] }],
  }) as unknown as Dish;

describe("a price that moves while the dish lies in the cart", () => {
  const [line] = addToCart([], dish(1000), ["size:large"]);
  const kept = line ?? expect.fail("nothing was added");

  it("is told with what was seen and what it is now", () => {
    expect(kept.seenFen).toBe(1300);
    expect(moveOf(kept, dish(1000))).toBeNull();
    expect(moveOf(kept, dish(1100))).toEqual({
      name: { zh: "茶", en: "Tea" },
      fromFen: 1300,
      toFen: 1400,
    });
  });
  it("stays told when more of the same is added, until somebody has looked", () => {
    const more = addToCart([kept], dish(1100), ["size:large"]);
    expect(more).toMatchObject([{ quantity: 2, seenFen: 1300 }]);
    const changed = [
      { dishId: "tea" as DishId, name: { zh: "茶", en: "Tea" }, fromFen: 1300, toFen: 1400 },
    ] as unknown as Parameters<typeof acceptPrices>[1];
    expect(acceptPrices(more, changed)).toMatchObject([{ quantity: 2, seenFen: 1400 }]);
    expect(acceptPrices([{ ...kept, seenFen: 1400 }], changed)).toMatchObject([{ seenFen: 1400 }]);
  });
  it("is nobody's business in a cart that remembers no price", () => {
    const { seenFen: _seen, ...old } = kept;
    expect(moveOf(old, dish(1100))).toBeNull();
  });
});

describe("the offer to name", () => {
  it("is the nearest of those that more goods would bring", () => {
    const hint = (missingFen?: number) =>
      ({ discountId: "d", name: {}, why: {}, ...(missingFen ? { missingFen } : {}) }) as never;
    expect(nextOffer([hint(), hint(900), hint(400)], 2000)).toMatchObject({ missingFen: 400 });
    expect(nextOffer([hint()], 2000)).toBeNull();
  });
  it("is none where it would take more than there is in the cart", () => {
    const far = [{ discountId: "d", name: {}, why: {}, missingFen: 18_500 }] as never;
    expect(nextOffer(far, 1500)).toBeNull();
  });
});
