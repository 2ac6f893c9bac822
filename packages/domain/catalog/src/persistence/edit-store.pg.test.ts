import { type CampusId, createIds, fen, manualClock, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DishDraft } from "../domain/index.ts";
import { dishIdOf, dishOf, noon, shopIdOf, shopOf } from "../domain/sample-shop.test-data.ts";
import { createMenuEditing, createMenus, type EditableMenu, type Editor } from "../use-cases/index.ts";
import { type CountedPortions, catalogMigrations, createCatalogStore, createEditStore } from "./index.ts";

const clock = manualClock(noon);
const ids = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes));
const shopId = shopIdOf(1);
const picture = toId("picture", "pic_00000000000000000001");
let db: TestDatabase;
let campusId: CampusId;
let by: Editor;
const counted = new Map<string, number>();
type Shift = Parameters<CountedPortions["shift"]>[1];
const shifts: Shift[] = [];
const portions: CountedPortions = {
  shift: async (_tx, shift) => void (shift.changes.length > 0 && shifts.push(shift)),
  async setLeft(_tx, { dishId, choice, left }) {
    const before = counted.get(`${dishId} ${choice}`) ?? null;
    counted.set(`${dishId} ${choice}`, left);
    return before;
  },
};

beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...catalogMigrations]);
});
afterAll(() => db.drop());
beforeEach(async () => {
  clock.set(noon);
  counted.clear();
  shifts.length = 0;
  campusId = ids.next("campus");
  by = { campusId, accountId: ids.next("account"), name: "王师傅", shopIds: [shopId] };
  const dishes = [dishOf(1, 1), { ...dishOf(1, 2), category: "主食", categoryEn: "Staples" }, dishOf(1, 3)];
  await world().menus.importShops(campusId, [shopOf(1), shopOf(2)], [...dishes, dishOf(2, 1)]);
});

function world() {
  const menus = createMenus({ store: createCatalogStore(db.sql, portions), clock, digest: (text) => text });
  const editing = createMenuEditing({
    store: createEditStore(db.sql, portions),
    menus,
    figures: {
      ratings: async () => new Map(),
      left: async () => new Map(),
      choicesLeft: async () => counted,
    },
    pictures: { claim: async (_, pictureId) => pictureId === picture },
    pictureUrl: (_, pictureId) => `/${pictureId}`,
    clock,
    ids,
  });
  const dishOn = async (n: number) =>
    (await menus.menuForOrder(campusId, shopId))?.dishes.get(dishIdOf(1, n));
  return { menus, editing, dishOn };
}

const of = (answer: { ok: true; value: EditableMenu } | { ok: false; error: unknown }): EditableMenu => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};
const dishIn = (menu: EditableMenu, n: number) => menu.dishes.find((dish) => dish.dishId === dishIdOf(1, n));
async function draftOf(n: number): Promise<{ version: number; draft: DishDraft }> {
  const dish = dishIn(of(await world().editing.menu(by, shopId)), n);
  if (!dish) throw new Error("no such dish");
  const {
    dishId: _id,
    art: _art,
    version,
    pictureUrl: _url,
    soldOut: _gone,
    left: _left,
    options,
    ...words
  } = dish;
  const groups = options.map((group) => ({
    ...group,
    choices: group.choices.map(({ soldOut: _, left: __, ...choice }) => choice),
  }));
  return { version, draft: { ...words, options: groups } };
}

describe("dishes", () => {
  it("are changed at once for orders, with their picture, and the log says from what to what", async () => {
    const { editing, dishOn } = world();
    expect((await dishOn(1))?.priceFen).toBe(1_200);
    const { version, draft } = await draftOf(1);
    const change = {
      shopId,
      dishId: dishIdOf(1, 1),
      version,
      draft: { ...draft, priceFen: fen(1_350), pictureId: picture },
    };
    const menu = of(await editing.changeDish(by, change));
    expect(dishIn(menu, 1)).toMatchObject({
      priceFen: 1_350,
      version: version + 1,
      pictureUrl: `/${picture}`,
    });
    expect(await dishOn(1)).toMatchObject({ priceFen: 1_350, pictureId: picture });
    expect(await editing.changes(campusId, { shopIds: null, before: null, limit: 10 })).toEqual([
      {
        ...{ changeNo: expect.any(Number), shopId, at: noon, actorName: "王师傅", kind: "dishChanged" },
        subject: dishIdOf(1, 1),
        before: { priceFen: 1_200, pictureId: null },
        after: { priceFen: 1_350, pictureId: picture },
      },
    ]);
    expect(await editing.usesPicture(campusId, [picture, toId("picture", `pic_${"9".repeat(20)}`)])).toEqual(
      new Set([picture]),
    );
  });
  it("of two editors at the same moment only one is written", async () => {
    const { version, draft } = await draftOf(1);
    const answers = await Promise.all(
      [1_300, 1_400, 1_500].map((price) =>
        world().editing.changeDish(by, {
          ...{ shopId, dishId: dishIdOf(1, 1), version },
          draft: { ...draft, priceFen: fen(price) },
        }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok).map((answer) => !answer.ok && answer.error)).toEqual([
      { kind: "menuChanged" },
      { kind: "menuChanged" },
    ]);
  });
  it("are added, removed and put back; what was sold out stays out of versions", async () => {
    const { editing, menus, dishOn } = world();
    const { draft } = await draftOf(1);
    const added = of(await editing.addDish(by, { shopId, draft: { ...draft, name: "新菜" } }));
    expect(added.dishes.map((dish) => dish.name)).toEqual(["菜 1", "菜 3", "新菜", "菜 2"]);
    await menus.setSoldOut({ by, dishId: dishIdOf(1, 1), choice: null, soldOut: true });
    const { version } = await draftOf(1);
    const gone = of(await editing.removeDish(by, { shopId, dishId: dishIdOf(1, 1), version }));
    expect(gone.removed).toMatchObject([{ dishId: dishIdOf(1, 1), name: "菜 1", removedAt: noon }]);
    expect(await dishOn(1)).toBeUndefined();
    const back = of(await editing.restoreDish(by, { shopId, dishId: dishIdOf(1, 1) }));
    expect(back.removed).toEqual([]);
    expect(dishIn(back, 1)).toMatchObject({ name: "菜 1", version: version + 1, soldOut: false });
    expect(await editing.restoreDish(by, { shopId, dishId: dishIdOf(1, 1) })).toMatchObject({ ok: false });
  });
  it("need a picture that is there, and a shop of one's own", async () => {
    const { editing } = world();
    const { draft } = await draftOf(1);
    const pictureId = toId("picture", `pic_${"9".repeat(20)}`);
    expect(await editing.addDish(by, { shopId, draft: { ...draft, name: "新菜", pictureId } })).toMatchObject(
      {
        error: { kind: "menuInvalid", field: "pictureId" },
      },
    );
    const other = { shopId: shopIdOf(2), draft: { ...draft, name: "新菜" } };
    expect(await editing.addDish(by, other)).toMatchObject({ error: { kind: "notAllowed" } });
    expect(await editing.menu(by, shopIdOf(2))).toMatchObject({ error: { kind: "notAllowed" } });
    // A dish of another shop is out of reach through one's own, too.
    const theirs = { shopId, dishId: dishIdOf(2, 1), version: 1 };
    expect(await editing.removeDish(by, theirs)).toMatchObject({ error: { kind: "dishNotFound" } });
    expect(await editing.changes(campusId, { shopIds: [shopIdOf(2)], before: null, limit: 10 })).toEqual([]);
  });
});

describe("another number of portions a day", () => {
  const days = ["2026-11-23", ...Array.from({ length: 7 }, (_, n) => `2026-11-${24 + n}`)];
  const dishId = dishIdOf(1, 1);
  const stock = (to: number | null) => (draft: DishDraft) => ({
    ...draft,
    options: draft.options.map((group) => ({
      ...group,
      choices: group.choices.map((choice) => ({ ...choice, dailyStock: to })),
    })),
  });
  async function change(over: (draft: DishDraft) => DishDraft) {
    const { version, draft } = await draftOf(1);
    of(await world().editing.changeDish(by, { shopId, dishId, version, draft: over(draft) }));
    return shifts.splice(0).flatMap(({ changes }) => changes);
  }

  it("moves the portions of all days for which orders come in, of the dish and of its choices", async () => {
    expect(await change((draft) => ({ ...draft, priceFen: fen(1_300) }))).toEqual([]);
    const { version, draft } = await draftOf(1);
    const fewer = { ...draft, dailyStock: 2 };
    of(await world().editing.changeDish(by, { shopId, dishId, version, draft: fewer }));
    expect(shifts).toMatchObject([{ campusId, changes: [{ dishId, choice: null, from: 50, to: 2 }] }]);
    expect(shifts[0]?.days.slice(0, 8)).toEqual(days);
    expect(shifts.splice(0)[0]?.days.at(-1)).toBe("2026-12-08");
    expect(await change(stock(40))).toEqual([{ dishId, choice: "size:big", from: null, to: 40 }]);
    expect(await change(stock(10))).toEqual([{ dishId, choice: "size:big", from: 40, to: 10 }]);
    expect(await change(stock(null))).toEqual([]);
  });
  it("does so in an import, too, and is not saved where the portions cannot follow", async () => {
    await world().menus.importShops(
      campusId,
      [shopOf(1)],
      [{ ...dishOf(1, 1), dailyStock: 9 }, dishOf(1, 2)],
    );
    expect(shifts.flatMap(({ changes }) => changes)).toEqual([{ dishId, choice: null, from: 50, to: 9 }]);
    const broken = createEditStore(db.sql, { ...portions, shift: () => Promise.reject(new Error("no")) });
    const menu = await broken.kept(campusId, shopId);
    const [first] = menu?.dishes ?? [];
    if (!first) throw new Error("no dish");
    const { version: _, ...before } = first;
    const edit = { kind: "dishChanged", before, dish: { ...before, dailyStock: 1 }, order: null } as const;
    await expect(broken.edit({ by, shopId, at: noon }, () => ({ ok: true, value: edit }))).rejects.toThrow(
      "no",
    );
    expect((await broken.kept(campusId, shopId))?.dishes[0]?.dailyStock).toBe(9);
  });
});

describe("choices", () => {
  const soldOut = (on: boolean) => ({ by, dishId: dishIdOf(1, 1), choice: "size:big", soldOut: on });
  it("are sold out for the day, apart from their dish, and an import leaves that alone", async () => {
    const { menus, dishOn } = world();
    const gone = async () => (await dishOn(1))?.options[0]?.choices[0]?.soldOut;
    expect(await gone()).toBe(false);
    expect(await menus.setSoldOut(soldOut(true))).toBe(true);
    expect(await menus.setSoldOut({ ...soldOut(true), choice: "size:small" })).toBe(false);
    await menus.importShops(campusId, [shopOf(1)], [dishOf(1, 1)]);
    expect([await gone(), (await dishOn(1))?.soldOut]).toEqual([true, false]);
    clock.advance(86_400_000);
    expect(await gone()).toBe(false);
    clock.set(noon);
    await menus.setSoldOut(soldOut(false));
    expect(await gone()).toBe(false);
  });
  it("are counted only with a stock of their own", async () => {
    const { editing } = world();
    const { version, draft } = await draftOf(1);
    const count = { shopId, dishId: dishIdOf(1, 1), choice: "size:big", left: 3 };
    expect(await editing.setLeft(by, count)).toMatchObject({ error: { field: "choice" } });
    const options = draft.options.map((group) => ({
      ...group,
      choices: group.choices.map((choice) => ({ ...choice, dailyStock: 40 })),
    }));
    await editing.changeDish(by, { shopId, dishId: dishIdOf(1, 1), version, draft: { ...draft, options } });
    const menu = of(await editing.setLeft(by, count));
    expect(dishIn(menu, 1)?.options[0]?.choices[0]).toMatchObject({
      dailyStock: 40,
      left: 3,
      soldOut: false,
    });
    const [latest] = await editing.changes(campusId, { shopIds: [shopId], before: null, limit: 1 });
    const subject = `${dishIdOf(1, 1)} size:big`;
    expect(latest).toMatchObject({ kind: "leftSet", subject, before: { left: 40 }, after: { left: 3 } });
    of(await editing.setLeft(by, { ...count, left: 7 }));
    const [next] = await editing.changes(campusId, { shopIds: [shopId], before: null, limit: 1 });
    expect(next).toMatchObject({ before: { left: 3 }, after: { left: 7 } });
  });
  it("are not told of where the portions could not be set", async () => {
    const setLeft = () => Promise.reject(new Error("no"));
    const broken = createEditStore(db.sql, { ...portions, setLeft });
    const count = { dishId: dishIdOf(1, 1), choice: null, left: 3 };
    await expect(broken.setLeft({ by, shopId, at: noon }, count, () => null)).rejects.toThrow("no");
    expect(await broken.changes(campusId, { shopIds: null, before: null, limit: 1 })).toEqual([]);
  });
});

describe("the shop", () => {
  it("changes hours, slots and fees under one version, pauses under none", async () => {
    const { editing, menus } = world();
    const { shop } = of(await editing.menu(by, shopId));
    const slots = { lengthMinutes: 15, capacity: 8, leadMinutes: 30, daysAhead: 1 };
    const exceptions = [{ day: "2026-11-23", hours: [], reason: "盘点", reasonEn: "" }];
    const change = { exceptions, slots, handovers: ["pickup", "table"] as const };
    const changed = of(await editing.changeShop(by, { shopId, version: shop.version, change }));
    expect(changed.shop).toMatchObject({
      slots,
      exceptions,
      opening: { open: false, reason: { zh: "盘点" } },
    });
    expect(await editing.changeShop(by, { shopId, version: shop.version, change })).toMatchObject({
      error: { kind: "menuChanged" },
    });
    const paused = { until: null, reason: "停电", reasonEn: "" };
    expect(of(await editing.pause(by, { shopId, paused })).shop.version).toBe(changed.shop.version);
    expect((await menus.menuForOrder(campusId, shopId))?.shop).toMatchObject({
      paused,
      slots,
      handovers: ["pickup", "table"],
    });
    await menus.importShops(campusId, [shopOf(1)], [dishOf(1, 1)]);
    expect((await menus.menuForOrder(campusId, shopId))?.shop).toMatchObject({ paused, slots: null });
    expect(of(await editing.pause(by, { shopId, paused: null })).shop.paused).toBeNull();
  });
  it("renames and orders its categories, and every renamed dish is a changed one", async () => {
    const { editing } = world();
    const before = of(await editing.menu(by, shopId));
    const menu = of(
      await editing.arrangeCategories(by, {
        shopId,
        categories: [
          { was: "主食", name: "主食", nameEn: "Staples" },
          { was: "热菜", name: "小炒", nameEn: "" },
        ],
      }),
    );
    expect(menu.categories).toEqual([
      { name: "主食", nameEn: "Staples" },
      { name: "小炒", nameEn: "小炒" },
    ]);
    const versions = (of: EditableMenu) => [1, 2, 3].map((n) => dishIn(of, n)?.version ?? 0);
    const [one = 0, two = 0, three = 0] = versions(before);
    expect(versions(menu)).toEqual([one + 1, two, three + 1]);
  });
  it("has tables that are found by what is scanned, until they are removed", async () => {
    const { editing, menus } = world();
    const [table] = of(await editing.setTable(by, { shopId, tableId: null, name: "A1" })).tables;
    if (!table) throw new Error("no table");
    const { tableId } = table;
    const renamed = of(await editing.setTable(by, { shopId, tableId, name: "窗边 1" })).tables;
    expect(renamed).toEqual([{ tableId, shopId, name: "窗边 1" }]);
    expect(await menus.tableOf(campusId, tableId)).toEqual({ tableId, shopId, name: "窗边 1" });
    expect(await menus.tableOf(ids.next("campus"), tableId)).toBeNull();
    const unknown = { shopId, tableId: ids.next("table"), name: "B" };
    expect(await editing.setTable(by, unknown)).toMatchObject({ error: { kind: "tableNotFound" } });
    await editing.removeTable(by, { shopId, tableId });
    expect(await menus.tableOf(campusId, tableId)).toBeNull();
  });
});

describe("imports that run at every start", () => {
  it("write once, and what people changed since then stays", async () => {
    const { menus, editing, dishOn } = world();
    const content = [[shopOf(1)], [dishOf(1, 1)]] as const;
    expect(await menus.importShopsOnce(campusId, ...content)).toBe(true);
    const { version, draft } = await draftOf(1);
    const change = { shopId, dishId: dishIdOf(1, 1), version, draft: { ...draft, priceFen: fen(999) } };
    of(await editing.changeDish(by, change));
    expect(await menus.importShopsOnce(campusId, ...content)).toBe(false);
    expect((await dishOn(1))?.priceFen).toBe(999);
    expect(await menus.importShopsOnce(campusId, [shopOf(1)], [dishOf(1, 1), dishOf(1, 2)])).toBe(true);
    expect((await dishOn(1))?.priceFen).toBe(1_200);
  });
  it("leave a row in the log for each difference to what the kitchen had set, and none for the rest", async () => {
    const { menus, editing, dishOn } = world();
    const { shop } = of(await editing.menu(by, shopId));
    const change = { minOrderFen: fen(2_000) };
    of(await editing.changeShop(by, { shopId, version: shop.version, change }));
    await menus.importShops(
      campusId,
      [{ ...shopOf(1), packingFen: fen(150) }, shopOf(2), shopOf(4)],
      [{ ...dishOf(1, 1), priceFen: fen(1_100) }, dishOf(1, 3), dishOf(1, 5), dishOf(2, 1), dishOf(4, 1)],
    );
    const log = await editing.changes(campusId, { shopIds: null, before: null, limit: 10 });
    const { category, name } = { ...dishOf(1, 2), category: "主食" };
    expect(log.filter((row) => row.actorName !== "王师傅").reverse()).toMatchObject([
      {
        shopId,
        kind: "shopChanged",
        before: { minOrderFen: 2_000, packingFen: 100 },
        after: { minOrderFen: 1_500, packingFen: 150 },
      },
      {
        kind: "dishChanged",
        subject: dishIdOf(1, 1),
        before: { priceFen: 1_200 },
        after: { priceFen: 1_100 },
      },
      { kind: "dishRemoved", subject: dishIdOf(1, 2), before: { name, category }, after: null },
      { kind: "dishAdded", subject: dishIdOf(1, 5), before: null, after: { name: "菜 5" } },
    ]);
    expect(log[0]).toMatchObject({ actorName: "导入 Import", at: noon });
    expect(
      await db.sql`select 1 from catalog_change where account_id is null and campus_id = ${campusId}`,
    ).toHaveLength(4);
    // What an import took off can be put back, by people or by the next one.
    expect(of(await editing.restoreDish(by, { shopId, dishId: dishIdOf(1, 2) })).removed).toEqual([]);
    expect(await dishOn(2)).toMatchObject({ name, category });
    await menus.importShops(campusId, [shopOf(1)], [dishOf(1, 1)]);
    await menus.importShops(campusId, [shopOf(1)], [dishOf(1, 1), dishOf(1, 3)]);
    const [latest] = await editing.changes(campusId, { shopIds: [shopId], before: null, limit: 1 });
    expect(latest).toMatchObject({ kind: "dishRestored", subject: dishIdOf(1, 3) });
  });
  it("leave a known shop where it is on the list", async () => {
    const { menus } = world();
    const order = async () => (await menus.all(campusId)).map((menu) => menu.shop.shopId);
    await menus.importShops(campusId, [shopOf(2)], []);
    await menus.importShops(campusId, [shopOf(4), shopOf(3)], []);
    await menus.importShops(campusId, [shopOf(2), shopOf(1)], []);
    expect(await order()).toEqual([1, 2, 4, 3].map(shopIdOf));
  });
});
