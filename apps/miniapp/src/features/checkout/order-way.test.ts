import type { CouponId, DishId, PlaceId, ShopId, TableId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import type { Cart } from "@/features/cart/cart-lines";
import { firstHandover, handoversFor, quoteRequest, type Way } from "./order-way";

const shopId = "shp" as ShopId;
const placeId = "plc" as PlaceId;
const tableId = "tbl" as TableId;
const all = ["delivery", "pickup", "table"] as const;
const cart: Cart = [
  { dishId: "dsh" as DishId, quantity: 2, choices: [], name: "面", nameEn: "Noodles", seenFen: 1200 },
];
const way: Way = { handover: "delivery", placeId, tableId, slotFrom: 7, couponIds: ["cpn" as CouponId] };

describe("how a lunch reaches its person", () => {
  it("is at the table for who scanned one, else what was asked for, else delivery to the known place", () => {
    expect(firstHandover({ offered: all, tableId, placeId, asked: "pickup" })).toBe("table");
    expect(firstHandover({ offered: all, tableId: null, placeId, asked: "pickup" })).toBe("pickup");
    expect(firstHandover({ offered: all, tableId: null, placeId })).toBe("delivery");
    expect(firstHandover({ offered: all, tableId: null, placeId: null })).toBe("pickup");
    expect(firstHandover({ offered: ["pickup"], tableId, placeId })).toBe("pickup");
    expect(firstHandover({ offered: null, tableId: null, placeId, asked: "nonsense" })).toBe("delivery");
  });
  it("is at a table only for who sits at one", () => {
    expect(handoversFor(all, null)).toEqual(["delivery", "pickup"]);
    expect(handoversFor(all, tableId)).toEqual(all);
  });
});

describe("the question for the price", () => {
  it("names the place or the table, never both, and what the person saw", () => {
    expect(quoteRequest(shopId, cart, way)).toEqual({
      shopId,
      handover: "delivery",
      placeId,
      tableId: null,
      slotFrom: 7,
      couponIds: ["cpn"],
      lines: [{ dishId: "dsh", quantity: 2, choices: [], seenFen: 1200 }],
    });
    expect(quoteRequest(shopId, cart, { ...way, handover: "table" })).toMatchObject({
      placeId: null,
      tableId,
    });
    expect(quoteRequest(shopId, cart, { ...way, handover: "pickup" })).toMatchObject({
      placeId: null,
      tableId: null,
    });
  });
  it("is not asked without dishes, place or table", () => {
    expect(quoteRequest(shopId, [], way)).toBeNull();
    expect(quoteRequest(shopId, cart, { ...way, placeId: null })).toBeNull();
    expect(quoteRequest(shopId, cart, { ...way, handover: "table", tableId: null })).toBeNull();
  });
});
