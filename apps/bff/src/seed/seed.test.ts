import type { CampusContent } from "@sanqi/campus";
import { createWalker } from "@sanqi/campus";
import { type Dish, delivers, openingAt, type Shop } from "@sanqi/catalog";
import { describe, expect, it } from "vitest";
import { demoMerchants, demoStudents } from "../../demo/people.ts";
import { readDemo } from "./demo-content.ts";
import { seedCampusAndCatalog } from "./seed-campus-and-catalog.ts";

/** Campus and menus in memory, counting what is written. */
function memory() {
  const written = { campus: 0, shops: 0 };
  let menus = "";
  let version = "";
  return {
    written,
    menus: {
      importShopsOnce: async (_: unknown, shops: readonly Shop[], dishes: readonly Dish[]) => {
        const changed = JSON.stringify([shops, dishes]) !== menus;
        if (changed) written.shops += 1;
        menus = JSON.stringify([shops, dishes]);
        return changed;
      },
    },
    campus: {
      importCampus: async (content: CampusContent) => {
        const changed = content.version !== version;
        if (changed) written.campus += 1;
        version = content.version;
        return { changed };
      },
    },
  };
}

describe("demo seed", () => {
  const demo = readDemo();
  it("knows everything that the people of the demo refer to", () => {
    for (const student of demoStudents) expect(demo.ids.places.of(student.dormitory)).toMatch(/^plc_/);
    for (const merchant of demoMerchants)
      expect(demo.ids.kitchens.of(merchant.kitchenKey).length).toBeGreaterThan(0);
    expect(demo.ids.shops.keys).toHaveLength(10);
    expect(demo.ids.places.of("lanyuan-square")).toBe(demo.ids.places.of("澜园小广场取餐点"));
    expect(() => demo.ids.shops.of("nowhere")).toThrow("the demo has no shop nowhere");
  });
  it("has distinct ids, the same each time", () => {
    const again = readDemo();
    expect(again.ids.dishes.keys.map((key) => again.ids.dishes.of(key))).toEqual(
      demo.dishes.map((d) => d.dishId),
    );
    expect(new Set(demo.dishes.map((d) => d.dishId)).size).toBe(demo.dishes.length);
    expect(demo.dishes.length).toBeGreaterThan(60);
  });
  it("delivers from every shop to every place, and some shop is open at any hour", () => {
    const walker = createWalker(demo.campus.graph);
    for (const shop of demo.shops)
      for (const place of demo.campus.places)
        expect(
          delivers(walker.between(shop.point, place.point)?.metres ?? null),
          `${shop.name} ${place.name}`,
        ).toBe(true);
    for (let minute = 0; minute < 1_440; minute++)
      expect(
        demo.shops.some((shop) => openingAt(shop, minute * 60_000).open),
        String(minute),
      ).toBe(true);
  });
  it("writes once and leaves a second start alone", async () => {
    const { written, ...stores } = memory();
    const ids = await seedCampusAndCatalog(stores);
    expect(ids.campusId).toMatch(/^cmp_/);
    await seedCampusAndCatalog(stores);
    expect(written).toEqual({ campus: 1, shops: 1 });
  });
});
