import { type CampusId, type DishId, manualClock, type PlaceId, type ShopId, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dishIdOf, dishOf, noon, shopIdOf, shopOf } from "../domain/sample-shop.test-data.ts";
import { createCatalogUseCases, createMenus } from "../use-cases/index.ts";
import { catalogMigrations, createCatalogStore } from "./index.ts";

const clock = manualClock(noon);
/** As good as any for the few texts of these tests. */
const digest = (text: string) => text;
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...catalogMigrations]);
});
afterAll(() => db.drop());

const door = toId("place", "plc_00000000000000000001");
const far = toId("place", "plc_00000000000000000002");
const gone = toId("place", "plc_00000000000000000009");
const dayMs = 86_400_000;
const accountId = toId("account", "acc_00000000000000000001");

/** A process of its own: its own memory over the same database. Shop n is n km from the door. */
function world(left: Partial<Record<DishId, number>> = {}) {
  const menus = createMenus({ store: createCatalogStore(db.sql, { shift: async () => {} }), clock, digest });
  const metres = (placeId: PlaceId, shop: number) => (placeId === far ? 9_000 : shop * 1_000);
  const catalog = createCatalogUseCases({
    menus,
    clock,
    figures: {
      ratings: async () => new Map([[shopIdOf(1), { rating: 4.25, count: 8 }]]),
      left: async () => new Map(Object.entries(left) as [DishId, number][]),
      choicesLeft: async () => new Map([[`${dishIdOf(1, 2)} size:big`, 0]]),
    },
    walks: {
      place: async (_, placeId) => (placeId === gone ? null : { point: placeId === far ? [0, 0] : [1, 1] }),
      walk: async (_, from, to) => ({
        metres: metres(to[0] === 0 ? far : door, Math.round((from[0] - 121) * 1_000)),
      }),
    },
    pictureUrl: (_, pictureId) => `/${pictureId}`,
    promises: {
      forShops: async (_, requests) =>
        new Map(
          requests.map((r): [ShopId, { earliest: number; latest: number }] => [
            r.shopId,
            { earliest: clock.now() + r.walkMetres, latest: clock.now() + r.walkMetres + 1 },
          ]),
        ),
    },
  });
  return { menus, catalog };
}
let campusNumber = 0;
let campusId: CampusId;
beforeEach(async () => {
  clock.set(noon);
  campusNumber += 1;
  campusId = toId("campus", `cmp_${String(campusNumber).padStart(20, "0")}`);
  const dishes = [1, 2, 3].flatMap((shop) => [
    dishOf(shop, 1),
    dishOf(shop, 2),
    { ...dishOf(shop, 3), name: "牛肉面" },
  ]);
  await world().menus.importShops(campusId, [shopOf(3), shopOf(1), shopOf(2)], dishes);
});

describe("shops", () => {
  it("come with everything that was imported, nearest promise first, only within reach", async () => {
    const { catalog, menus } = world();
    const shops = await catalog.shops(campusId, door);
    expect(shops.ok && shops.value.map((s) => [s.key, s.walkMetres])).toEqual([
      ["shop-1", 1_000],
      ["shop-2", 2_000],
    ]);
    expect(shops.ok && shops.value[0]).toMatchObject({
      rating: 4.3,
      ratingCount: 8,
      open: true,
      minOrderFen: 1_500,
    });
    expect((await menus.menuForOrder(campusId, shopIdOf(2)))?.shop).toEqual(shopOf(2));
    expect((await menus.menuForOrder(campusId, shopIdOf(2)))?.dishes.get(dishIdOf(2, 1))).toEqual(
      dishOf(2, 1),
    );
    expect((await catalog.allShops(campusId)).map((s) => s.key)).toEqual(["shop-3", "shop-1", "shop-2"]);
  });
  it("are refused by reason", async () => {
    const { catalog } = world();
    const unknown = toId("shop", "shp_99999999999999999999");
    expect(await catalog.shops(campusId, gone)).toMatchObject({ error: { kind: "placeNotServed" } });
    expect(await catalog.shops(campusId, far)).toMatchObject({ value: [] });
    expect(await catalog.menu(campusId, { shopId: shopIdOf(1), placeId: far })).toMatchObject({
      error: { kind: "placeNotServed" },
    });
    expect(await catalog.menu(campusId, { shopId: unknown, placeId: null })).toMatchObject({
      error: { kind: "shopNotFound" },
    });
    const elsewhere = toId("campus", "cmp_zzzzzzzzzzzzzzzzzzzz");
    expect(await catalog.menu(elsewhere, { shopId: shopIdOf(1), placeId: null })).toMatchObject({
      error: { kind: "shopNotFound" },
    });
  });
});

describe("sold out", () => {
  const soldOut = (on: boolean, shop = 1) => ({
    by: { campusId, accountId, name: "王师傅", shopIds: [shopIdOf(shop)] },
    dishId: dishIdOf(1, 1),
    choice: null,
    soldOut: on,
  });
  const isSoldOut = async (menus: ReturnType<typeof world>["menus"]) =>
    (await menus.menuForOrder(campusId, shopIdOf(1)))?.dishes.get(dishIdOf(1, 1))?.soldOut;

  it("shows at once here, after two seconds elsewhere, and is over the next day", async () => {
    const [here, elsewhere] = [world(), world()];
    expect(await isSoldOut(elsewhere.menus)).toBe(false);
    expect(await here.catalog.setSoldOut(soldOut(true))).toMatchObject({
      value: { soldOut: true, left: 50 },
    });
    expect(await isSoldOut(here.menus)).toBe(true);
    expect(await isSoldOut(elsewhere.menus)).toBe(false);
    clock.advance(2_000);
    expect(await isSoldOut(elsewhere.menus)).toBe(true);
    clock.advance(dayMs);
    expect(await isSoldOut(here.menus)).toBe(false);
  });
  it("can be taken back, moves the dish to the end of its category and survives an import", async () => {
    const { catalog, menus } = world();
    await catalog.setSoldOut(soldOut(true));
    await menus.importShops(campusId, [shopOf(1)], [dishOf(1, 1), dishOf(1, 2)]);
    const menu = await catalog.menu(campusId, { shopId: shopIdOf(1), placeId: door });
    expect(menu.ok && menu.value.dishes.map((d) => d.dishId)).toEqual([dishIdOf(1, 2), dishIdOf(1, 1)]);
    expect(await catalog.setSoldOut(soldOut(false))).toMatchObject({ value: { soldOut: false } });
  });
  it("is only for the own shops", async () => {
    const { catalog, menus } = world();
    expect(await catalog.setSoldOut(soldOut(true, 2))).toMatchObject({ error: { kind: "dishNotFound" } });
    expect(await isSoldOut(menus)).toBe(false);
  });
  it("shows a dish without portions as sold out", async () => {
    const { catalog } = world({ [dishIdOf(1, 2)]: 0 });
    const menu = await catalog.menu(campusId, { shopId: shopIdOf(1), placeId: null });
    const dish = menu.ok ? menu.value.dishes.at(-1) : undefined;
    expect(dish).toMatchObject({ dishId: dishIdOf(1, 2), soldOut: true, left: 0 });
  });
});

describe("search and imports", () => {
  it("finds shops and dishes that can be delivered there", async () => {
    const { catalog } = world();
    const found = await catalog.search(campusId, { placeId: door, text: "牛肉" });
    expect(found.ok && found.value.dishes.map((d) => d.shop.key)).toEqual(["shop-1", "shop-2"]);
    expect(found.ok && found.value.shops).toEqual([]);
    const shops = await catalog.search(campusId, { placeId: door, text: "SHOP" });
    expect(shops.ok && shops.value.shops.map((s) => s.key)).toEqual(["shop-1", "shop-2"]);
    const kind = await catalog.search(campusId, { placeId: door, text: "hot dishes 2" });
    expect(kind.ok && kind.value.dishes.map((d) => d.dish.nameEn)).toEqual(["Dish 2", "Dish 2"]);
    expect(await catalog.search(campusId, { placeId: door, text: " " })).toEqual({
      ok: true,
      value: { shops: [], dishes: [] },
    });
  });
  it("puts dishes of that name before dishes of that category", async () => {
    const { catalog, menus } = world();
    const dishes = [
      { ...dishOf(1, 1), category: "牛肉面" },
      { ...dishOf(1, 2), name: "牛肉面" },
    ];
    await menus.importShops(campusId, [shopOf(1)], dishes);
    const found = await catalog.search(campusId, { placeId: door, text: "牛肉面" });
    const ofShop = found.ok ? found.value.dishes.filter((d) => d.shop.key === "shop-1") : [];
    expect(ofShop.map((d) => d.dish.dishId)).toEqual([dishIdOf(1, 2), dishIdOf(1, 1)]);
  });
  it("looks at the database once for many readers", async () => {
    const store = createCatalogStore(db.sql, { shift: async () => {} });
    let looks = 0;
    const menus = createMenus({
      clock,
      digest,
      store: {
        ...store,
        versions: (id) => {
          looks += 1;
          return store.versions(id);
        },
      },
    });
    await Promise.all(Array.from({ length: 50 }, () => menus.menuForOrder(campusId, shopIdOf(1))));
    expect(looks).toBe(1);
  });
  it("is the same after the same import twice, and drops dishes that left the menu", async () => {
    const { menus } = world();
    await menus.importShops(campusId, [shopOf(1)], [dishOf(1, 2)]);
    await menus.importShops(campusId, [shopOf(1)], [dishOf(1, 2)]);
    const dishes = (await menus.menuForOrder(campusId, shopIdOf(1)))?.dishes;
    expect([...(dishes?.keys() ?? [])]).toEqual([dishIdOf(1, 2)]);
    expect((await menus.menuForOrder(campusId, shopIdOf(2)))?.dishes.size).toBe(3);
  });
});
