import { type DishId, fen, type ShopId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { draftOf, emptyOffer, newStep, offerOf, previewOf, usualPrice } from "./offer-form";

const shopId = "shp_1" as ShopId;
const dishId = "dsh_1" as DishId;
const endOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`) + 86_400_000;
const fieldOf = (form: Parameters<typeof offerOf>[0]) => {
  const read = offerOf(form);
  return read.ok ? null : read.error.field;
};

describe("the form of an offer", () => {
  it("takes money off from an amount on, in steps", () => {
    const form = { ...emptyOffer(), steps: [newStep("30", "3"), newStep("￥60", "8.5")] };
    expect(offerOf(form)).toMatchObject({
      value: {
        kind: "threshold",
        steps: [
          { fromFen: 3_000, offFen: 300 },
          { fromFen: 6_000, offFen: 850 },
        ],
      },
    });
    expect(previewOf(form)?.zh).toBe("满30减3，满60减8.50");
    expect(fieldOf({ ...form, steps: [newStep("30", "31")] })).toBe("steps.0");
    expect(fieldOf({ ...form, steps: [newStep("30", "3"), newStep("", "5")] })).toBe("steps.1");
    expect(fieldOf({ ...form, steps: [newStep("30", "0")] })).toBe("steps.0");
    expect(fieldOf({ ...form, steps: [] })).toBe("steps");
  });

  it("reads a discount as people say it", () => {
    const form = { ...emptyOffer(), kind: "percentage" } as const;
    const off = (tenths: string) => {
      const read = offerOf({ ...form, tenths });
      return read.ok && read.value.kind === "percentage" ? read.value.percentOff : null;
    };
    expect(["8", "8.5", "9.9", "八", "8.55", "10", "11", "0.5", "8 折", "8折"].map(off)).toEqual([
      20,
      15,
      1,
      null,
      null,
      null,
      null,
      95,
      20,
      20,
    ]);
    expect(previewOf({ ...form, tenths: "8.5", from: "", cap: "6" })?.zh).toBe("8.5 折，最多减6");
    expect(fieldOf({ ...form, cap: "0" })).toBe("cap");
  });

  it("sells chosen dishes at a special price", () => {
    const form = {
      ...emptyOffer(),
      kind: "perItem",
      dishIds: [dishId],
      special: "9.9",
      maxPortions: "2",
    } as const;
    expect(offerOf(form)).toMatchObject({
      value: { price: { kind: "special", priceFen: 990 }, maxPortions: 2 },
    });
    expect(fieldOf({ ...form, dishIds: [] })).toBe("dishIds");
    expect(fieldOf({ ...form, special: "" })).toBe("special");
    expect(fieldOf({ ...form, maxPortions: "0" })).toBe("maxPortions");
    expect(
      usualPrice(
        [
          { dishId, priceFen: fen(1_280) },
          { dishId: "dsh_2", priceFen: fen(900) },
        ],
        [dishId],
      ),
    ).toBe("¥12.8");
  });

  it("is the shop's own, ends with its last day, and has a name in any case", () => {
    const draft = draftOf({ ...emptyOffer(), lastDay: "2026-11-30", weekdays: [1, 2] }, shopId, endOf);
    expect(draft).toMatchObject({
      value: {
        shopId,
        bearer: "merchant",
        name: { zh: "满减", en: "Money off" },
        needsCoupon: false,
        when: { until: endOf("2026-11-30"), weekdays: [1, 2] },
      },
    });
    expect(draftOf({ ...emptyOffer(), steps: [] }, shopId, endOf).ok).toBe(false);
  });
});
