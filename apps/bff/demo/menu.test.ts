import { describe, expect, it } from "vitest";
import { demoKitchens, demoShops } from "./menu.ts";
import {
  demoCounselors,
  demoDepartments,
  demoMerchants,
  demoOperator,
  demoRiders,
  demoStudents,
} from "./people.ts";

const dishes = demoShops.flatMap((shop) => shop.dishes.map((dish) => ({ shop, dish })));
const unique = (values: readonly string[]) => new Set(values).size === values.length;
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe("the demo menu", () => {
  it("has ten shops in three kitchens, and keys that are kebab case and unique", () => {
    expect(demoShops).toHaveLength(10);
    const kitchens = demoKitchens.map(({ key }) => key);
    for (const shop of demoShops) expect(kitchens).toContain(shop.kitchenKey);
    expect(new Set(demoShops.map((shop) => shop.kitchenKey)).size).toBe(3);
    const keys = [...demoShops.map(({ key }) => key), ...dishes.map(({ dish }) => dish.key)];
    for (const key of keys) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(unique(demoShops.map(({ key }) => key))).toBe(true);
    expect(unique(dishes.map(({ dish }) => dish.key))).toBe(true);
  });

  it("says everything in English too", () => {
    const english = (named: object) =>
      Object.entries(named).flatMap(([field, text]) => (field.endsWith("En") ? [String(text)] : []));
    for (const { shop, dish } of dishes)
      for (const text of [...english(shop), ...english(dish)])
        expect(text, dish.key).toMatch(/^[^\p{Script=Han}]+$/u);
  });

  it("costs whole fen between 6 and 28 yuan, options never less than nothing", () => {
    for (const { dish } of dishes) {
      expect(Number.isInteger(dish.priceFen) && dish.priceFen >= 600 && dish.priceFen <= 2800, dish.key).toBe(
        true,
      );
      expect(dish.dailyStock, dish.key).toBeGreaterThan(0);
      for (const group of dish.options) {
        expect(unique(group.choices.map(({ key }) => key)), `${dish.key} ${group.key}`).toBe(true);
        expect(group.min <= group.max && group.max <= group.choices.length, `${dish.key} ${group.key}`).toBe(
          true,
        );
        for (const { priceFen } of group.choices)
          expect(Number.isInteger(priceFen) && priceFen >= 0).toBe(true);
      }
      expect(unique(dish.options.map(({ key }) => key)), dish.key).toBe(true);
    }
  });

  it("is halal throughout where the shop says so, and nowhere else", () => {
    for (const { shop, dish } of dishes) expect(dish.labels.includes("halal"), dish.key).toBe(shop.halal);
  });

  it("has an open shop at every minute of the day, and one that is closed", () => {
    for (let now = 0; now < 24 * 60; now += 1) {
      const open = demoShops.filter((shop) =>
        shop.hours.some((span) => minutes(span.open) <= now && now <= minutes(span.close)),
      );
      expect(open.length, String(now)).toBeGreaterThan(0);
      expect(open.length, String(now)).toBeLessThan(demoShops.length);
    }
  });
});

describe("the demo people", () => {
  it("have unique sandbox names", () => {
    const everybody = [...demoStudents, ...demoRiders, ...demoMerchants, ...demoCounselors, demoOperator];
    expect(unique(everybody.map(({ key }) => key))).toBe(true);
  });

  it("cover every kitchen, department and kind of consent", () => {
    for (const { key } of demoKitchens)
      expect(
        demoMerchants.some(({ kitchenKey }) => kitchenKey === key),
        key,
      ).toBe(true);
    for (const { key } of demoDepartments) {
      expect(demoCounselors.filter(({ departmentKey }) => departmentKey === key)).toHaveLength(1);
      const own = demoStudents.filter(({ departmentKey }) => departmentKey === key);
      const stopped = own.filter(({ pattern }) => pattern === "stopped");
      expect(new Set(stopped.map(({ careConsent }) => careConsent))).toEqual(new Set([true, false]));
    }
    expect(demoStudents).toHaveLength(24);
    expect(demoStudents.filter(({ studentNumber }) => studentNumber)).toHaveLength(12);
  });
});
