import { readFileSync } from "node:fs";
import { stableId } from "@sanqi/campus";
import { toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { readShops } from "./read-shops.ts";
import { shopsSchema } from "./shops-file.ts";

const docs = (file: string) => readFileSync(new URL(`../../../../docs/${file}`, import.meta.url), "utf8");
const campusId = toId("campus", "cmp_00000000000000000001");
const canteen = {
  buildingId: toId("building", "bld_00000000000000000001"),
  kind: "canteen" as const,
  name: "朗月餐厅",
  nameEn: "Canteen 1",
  centre: [121, 31] as const,
};
const now = Date.UTC(2026, 10, 23, 4);
const read = (...contents: unknown[]) =>
  readShops(
    contents.map((content, no) => ({ name: `${no}.json`, content })),
    { campusId, buildings: [canteen], now },
  );
type Entry = Record<string, unknown> & { dishes: Record<string, unknown>[] };
const example = () => JSON.parse(docs("import-shops.example.json")) as { shops: [Entry] };
/** The example after a change of its shop, or of its first dish. */
const changed = (shop: object, dish: object = {}) => {
  const { shops } = example();
  const [first] = shops;
  const [noodles, ...others] = first.dishes;
  return { shops: [{ ...first, dishes: [{ ...noodles, ...dish }, ...others], ...shop }] };
};

describe("a file of shops", () => {
  it("is what the documentation shows, under ids that stay the same", () => {
    const { shops, dishes, bad } = read(example());
    expect(bad).toEqual([]);
    expect(shops).toMatchObject([
      {
        shopId: stableId("shop", `${campusId}/noodles`),
        point: [121, 31],
        minOrderFen: 1_500,
        promotionEn: "",
        deliveryTariff: { distance: { stepFen: 50 }, surcharges: [{ minutes: { from: 1_320, until: 360 } }] },
      },
    ]);
    expect(dishes.map((dish) => [dish.nameEn, dish.priceFen, dish.dailyStock])).toEqual([
      ["Beef Noodles", 1_680, 120],
      ["凉面", 1_200, 60],
    ]);
    expect(dishes[0]?.options[1]?.choices[0]).toMatchObject({
      priceFen: 200,
      dailyStock: 40,
      soldOut: false,
    });
    expect(read(example()).dishes.map((dish) => dish.dishId)).toEqual(dishes.map((dish) => dish.dishId));
  });
  it("has a schema beside the documentation that says the same", () => {
    const hint = "npm run docs:shops -w @sanqi/bff, then npx biome format --write docs";
    expect(JSON.parse(docs("import-shops.schema.json")), hint).toEqual(JSON.parse(shopsSchema()));
  });
  it.each<[string, unknown]>([
    ["0.json: shops", {}],
    ["0.json: shops[0]", changed({ prize: 1 })],
    ["0.json: shops[0].building", changed({ building: "九食堂" })],
    ["0.json: shops[0].minOrder", changed({ minOrder: "201" })],
    ["0.json: shops[0].deliveryFee", changed({ deliveryFee: "2.005" })],
    [
      "0.json: shops[0].hours",
      changed({
        hours: [
          { open: "10:00", close: "14:00" },
          { open: "13:00", close: "20:00" },
        ],
      }),
    ],
    ["0.json: shops[0].hours[0].open", changed({ hours: [{ open: "9:00", close: "14:00" }] })],
    [
      "0.json: shops[0].slots.capacity",
      changed({ slots: { lengthMinutes: 15, capacity: 0, leadMinutes: 0, daysAhead: 0 } }),
    ],
    ["0.json: shops[0].dishes[0].price", changed({}, { price: "0" })],
    ["0.json: shops[0].dishes[0].price", changed({}, { price: "十六" })],
    ["0.json: shops[0].dishes[1].key", changed({}, { key: "cold-noodles" })],
    ["0.json: shops[0].dishes[1].name", changed({}, { name: "凉面", category: "拌面" })],
    ["0.json: shops[0].dishes[0].allergens[0]", changed({}, { allergens: ["dust"] })],
    [
      "0.json: shops[0].dishes[0].options[0].max",
      changed(
        {},
        { options: [{ key: "a", name: "甲", min: 0, max: 2, choices: [{ key: "b", name: "乙" }] }] },
      ),
    ],
    [
      "0.json: shops[0].dishes[0].options[0].choices",
      changed(
        {},
        {
          options: [
            {
              key: "a",
              name: "甲",
              min: 0,
              max: 1,
              choices: [
                { key: "b", name: "乙" },
                { key: "b", name: "丙" },
              ],
            },
          ],
        },
      ),
    ],
  ])("with a mistake at %s says so", (where, content) => {
    const { bad } = read(content);
    expect(bad.map((row) => row.where)).toContain(where);
    for (const { why } of bad) expect(why.zh && why.en).toBeTruthy();
  });
  it("names every mistake of every file, also a key that two of them use", () => {
    const { bad } = read(changed({ building: "九食堂" }, { price: "x" }), example(), example(), {
      shops: "none",
    });
    expect(bad.map((row) => row.where)).toEqual([
      "0.json: shops[0].dishes[0].price",
      "2.json: shops[0].key",
      "3.json: shops",
    ]);
  });
});
