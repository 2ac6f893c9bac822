import { describe, expect, it } from "vitest";
import { barSums } from "./bar-sums";

const shop = { packingFen: 100, deliveryFeeFen: 200 } as Parameters<typeof barSums>[0]["shop"];
const quote = (goodsFen: number, discountFen: number) =>
  ({
    amounts: {
      goodsFen,
      packingFen: 100,
      deliveryFeeFen: 300,
      discountFen,
      totalFen: goodsFen + 400 - discountFen,
    },
  }) as unknown as NonNullable<Parameters<typeof barSums>[0]["quote"]>;

describe("the cart bar", () => {
  it("says the server's sum with what it was before discounts", () => {
    expect(barSums({ goodsFen: 3000, shop, handover: "delivery", quote: quote(3000, 500) })).toEqual({
      totalFen: 2900,
      wasFen: 3400,
      packingFen: 100,
      deliveryFen: 300,
    });
    expect(barSums({ goodsFen: 3000, shop, handover: "delivery", quote: quote(3000, 0) }).wasFen).toBeNull();
  });
  it("adds the shop's own fees while the server's sum is of another cart", () => {
    expect(barSums({ goodsFen: 3300, shop, handover: "delivery", quote: quote(3000, 500) })).toMatchObject({
      totalFen: 3600,
      wasFen: null,
    });
    expect(barSums({ goodsFen: 1000, shop, handover: "pickup", quote: null })).toMatchObject({
      totalFen: 1100,
      deliveryFen: null,
    });
  });
});
