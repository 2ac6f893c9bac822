import { type DishId, fen, toId } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DishContent } from "../menu.ts";
import { dishIdOf, noon, dishOf as sampleDish, shopIdOf, shopOf } from "../sample-shop.test-data.ts";
import type { DishDraft } from "./dish-draft.ts";
import {
  addDish,
  arrangeCategories,
  categoriesOf,
  changeDish,
  removeDish,
  restoreDish,
} from "./edit-dishes.ts";
import { changeShop, pauseShop, removeTable, setTable } from "./edit-shop.ts";
import { type KeptDish, type KeptMenu, type MenuEdit, orderOf } from "./edits.ts";

const content = (n: number, category = "热菜"): KeptDish => {
  const { shopId: _shop, soldOut: _gone, options, ...dish } = sampleDish(1, n);
  const groups = options.map((group) => ({
    ...group,
    choices: group.choices.map(({ soldOut: _, ...choice }) => choice),
  }));
  return { ...dish, category, categoryEn: category, options: groups, version: n };
};
const menu: KeptMenu = {
  shop: shopOf(1),
  version: 7,
  dishes: [content(1), content(2, "主食"), content(3)],
  removed: [],
  tables: [{ shopId: shopIdOf(1), tableId: toId("table", "tbl_00000000000000000001"), name: "A1" }],
};
let keys = 0;
const made = (n: number) => ({
  dishId: dishIdOf(1, n),
  newKey: () => {
    keys += 1;
    return `new${keys}`;
  },
});
const draftOf = ({ dishId: _id, art: _art, version: _version, ...draft }: KeptDish): DishDraft => draft;
const draft = (change: Partial<DishDraft> = {}): DishDraft => ({ ...draftOf(content(9)), ...change });
const group = { key: "size", name: "份量", nameEn: "", min: 1, max: 1, choices: [] };
const choice = (name: string, change = {}) => ({
  ...{ key: null, name, nameEn: "", priceFen: fen(0), dailyStock: null },
  ...change,
});

describe("a dish", () => {
  it("is added at the end of its category, with English names from the Chinese ones", () => {
    const edit = addDish(menu, draft({ name: "面", nameEn: "", category: "主食", categoryEn: "" }), made(9));
    expect(edit).toMatchObject({
      value: {
        kind: "dishAdded",
        dish: { dishId: dishIdOf(1, 9), nameEn: "面", categoryEn: "主食", art: "" },
        order: [1, 3, 2, 9].map((n) => dishIdOf(1, n)),
      },
    });
  });
  it("keeps the keys of what it had, and gives new ones to what is new", () => {
    const options = [
      { ...group, choices: [choice("大份", { key: "big" }), choice("小份")] },
      { ...group, key: "unknown", name: "辣度", choices: [choice("微辣", { key: "big" })] },
    ];
    const edit = changeDish(menu, { draft: draft({ options }), version: 1 }, made(1));
    const dish = edit.ok && edit.value.kind === "dishChanged" ? edit.value.dish : null;
    expect(dish?.options.map((one) => [one.key, ...one.choices.map((c) => c.key)])).toEqual([
      ["size", "big", expect.stringMatching(/^new/)],
      [expect.stringMatching(/^new/), expect.stringMatching(/^new/)],
    ]);
  });
  it("that somebody else changed meanwhile is not written over", () => {
    const stale = { draft: draft(), version: 9 };
    expect(changeDish(menu, stale, made(1))).toMatchObject({ error: { kind: "menuChanged" } });
    expect(removeDish(menu, { dishId: dishIdOf(1, 1), version: 9 })).toMatchObject({
      error: { kind: "menuChanged" },
    });
    expect(changeDish(menu, stale, made(4))).toMatchObject({ error: { kind: "dishNotFound" } });
  });
  it.each<[string, Partial<DishDraft>]>([
    ["name", { name: "" }],
    ["name", { name: "菜 1" }],
    ["category", { category: "" }],
    ["priceFen", { priceFen: fen(0) }],
    ["priceFen", { priceFen: fen(200_001) }],
    ["dailyStock", { dailyStock: -1 }],
    ["options.0.choices", { options: [group] }],
    ["options.0.max", { options: [{ ...group, max: 2, choices: [choice("大份")] }] }],
    ["options.0.min", { options: [{ ...group, min: 2, choices: [choice("大份")] }] }],
    ["options.0.choices", { options: [{ ...group, choices: [choice("大份"), choice("大份")] }] }],
    [
      "options.0.choices.0.dailyStock",
      { options: [{ ...group, choices: [choice("大", { dailyStock: 10_000 })] }] },
    ],
    ["options", { options: [group, group].map((one) => ({ ...one, choices: [choice("大份")] })) }],
  ])("with a wrong %s is refused in words", (field, change) => {
    expect(addDish(menu, draft(change), made(9))).toMatchObject({
      error: { kind: "menuInvalid", field, why: { zh: expect.any(String), en: expect.any(String) } },
    });
  });
  it("that was removed comes back, unless its name is taken now", () => {
    const removed = [{ ...content(8), removedAt: noon }];
    expect(restoreDish({ ...menu, removed }, dishIdOf(1, 8))).toMatchObject({
      value: { kind: "dishRestored" },
    });
    const taken = { ...menu, removed: [{ ...content(8), name: "菜 1", removedAt: noon }] };
    expect(restoreDish(taken, dishIdOf(1, 8))).toMatchObject({ error: { field: "name" } });
    expect(restoreDish(menu, dishIdOf(1, 8))).toMatchObject({ error: { kind: "dishNotFound" } });
  });
});

describe("categories", () => {
  it("take a new order and new names, also each other's", () => {
    const edit = arrangeCategories(menu, [
      { was: "主食", name: "热菜", nameEn: "" },
      { was: "热菜", name: "主食", nameEn: "Staples" },
    ]);
    expect(edit).toMatchObject({
      value: {
        order: [2, 1, 3].map((n) => dishIdOf(1, n)),
        after: [{ nameEn: "热菜" }, { nameEn: "Staples" }],
      },
    });
  });
  it("are refused where the menu has others by now, or two would be called the same", () => {
    const was = (...names: string[]) => names.map((name) => ({ was: name, name, nameEn: "" }));
    for (const stale of [was("热菜"), was("热菜", "汤"), was("热菜", "热菜"), was("热菜", "主食", "汤")])
      expect(arrangeCategories(menu, stale)).toMatchObject({ error: { kind: "menuChanged" } });
    const same = was("热菜", "主食").map((one) => ({ ...one, name: "菜" }));
    expect(arrangeCategories(menu, same)).toMatchObject({ error: { kind: "menuInvalid" } });
  });
  it("stay where they are, whichever dish moves to whichever category", () => {
    const category = fc.constantFrom("甲", "乙", "丙");
    const dishes = fc.array(category, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(dishes, fc.nat(), category, (categories, at, target) => {
        const before = categories.map((name, n) => content(n + 1, name));
        const moved = { ...(before[at % before.length] as KeptDish), category: target };
        const order = orderOf(before, moved);
        const after = order.map((id): DishContent | undefined =>
          id === moved.dishId ? moved : before.find((dish) => dish.dishId === id),
        );
        expect(new Set<DishId>(order)).toEqual(new Set(before.map((dish) => dish.dishId)));
        const names = (list: readonly (DishContent | undefined)[]) =>
          categoriesOf({ dishes: list as KeptDish[] }).map(({ name }) => name);
        const [were, are] = [names(before), names(after)];
        expect(are.filter((name) => were.includes(name))).toEqual(were.filter((name) => are.includes(name)));
      }),
    );
  });
});

describe("a shop", () => {
  const change = (facts: object, version = 7) => changeShop(menu, { change: facts, version }, noon);
  it("tells only what changed, from what to what", () => {
    expect(change({ notice: "今日有汤", minOrderFen: fen(1_000) })).toEqual({
      ok: true,
      value: {
        kind: "shopChanged",
        before: { notice: "现拉", minOrderFen: 1_500 },
        after: { notice: "今日有汤", minOrderFen: 1_000 },
      },
    });
    expect(change({ notice: "" }, 6)).toMatchObject({ error: { kind: "menuChanged" } });
  });
  it.each<[string, object]>([
    ["minOrderFen", { minOrderFen: 20_001 }],
    ["packingFen", { packingFen: 2_001 }],
    ["prepMinutes", { prepMinutes: 0 }],
    ["handovers", { handovers: [] }],
    ["handovers", { handovers: ["pickup", "pickup"] }],
    ["slots.lengthMinutes", { slots: { lengthMinutes: 0, capacity: 5, leadMinutes: 0, daysAhead: 0 } }],
    ["hours", { hours: [{ open: "9:00", close: "14:00" }] }],
    ["hours", { hours: [{ open: "09:00", close: "09:00" }] }],
    [
      "hours",
      {
        hours: [
          { open: "09:00", close: "14:00" },
          { open: "13:59", close: "20:00" },
        ],
      },
    ],
    // Sunday's night reaches into Monday's breakfast.
    [
      "hours",
      {
        hours: [
          { open: "22:00", close: "06:30", weekdays: [7] },
          { open: "06:00", close: "09:00", weekdays: [1] },
        ],
      },
    ],
    ["exceptions", { exceptions: [{ day: "2026-13-01", hours: [], reason: "", reasonEn: "" }] }],
    [
      "exceptions",
      { exceptions: [1, 2].map(() => ({ day: "2026-12-31", hours: [], reason: "", reasonEn: "" })) },
    ],
    [
      "exceptions",
      { exceptions: [{ day: "2026-12-31", hours: [{ open: "a", close: "b" }], reason: "", reasonEn: "" }] },
    ],
    [
      "deliveryTariff.distance",
      {
        deliveryTariff: {
          baseFen: 0,
          distance: { freeMetres: 0, stepMetres: 1, stepFen: 1, capFen: 1 },
          surcharges: [],
        },
      },
    ],
  ])("with wrong %s is refused in words", (field, facts) => {
    expect(change(facts)).toMatchObject({ error: { kind: "menuInvalid", field } });
  });
  it("may open around the clock, in spans that meet, on other weekdays", () => {
    const hours = [
      { open: "00:00", close: "12:00" },
      { open: "12:00", close: "24:00" },
    ];
    expect(change({ hours })).toMatchObject({ ok: true });
    const week = [
      { open: "08:00", close: "20:00", weekdays: [1, 2] },
      { open: "10:00", close: "02:00", weekdays: [6, 7] },
    ];
    expect(change({ hours: week })).toMatchObject({ ok: true });
  });
  it("forgets exceptions of days that are over, not yesterday's", () => {
    const days = ["2026-11-21", "2026-11-22", "2026-11-30"];
    const exceptions = days.map((day) => ({ day, hours: [], reason: "", reasonEn: "" }));
    const edit = change({ exceptions });
    expect(
      edit.ok &&
        (edit.value as Extract<MenuEdit, { kind: "shopChanged" }>).after.exceptions?.map((e) => e.day),
    ).toEqual(days.slice(1));
  });
  it("pauses whatever the version, for a month at most", () => {
    const until = (ms: number | null) => pauseShop(menu, { until: ms, reason: "", reasonEn: "" }, noon);
    for (const fine of [null, noon + 1, noon + 30 * 86_400_000]) expect(until(fine).ok).toBe(true);
    for (const wrong of [noon, noon + 31 * 86_400_000]) expect(until(wrong).ok).toBe(false);
    expect(pauseShop(menu, null, noon).ok).toBe(true);
  });
  it("has tables with names of their own", () => {
    const table = (n: number, name: string) =>
      setTable(menu, {
        shopId: shopIdOf(1),
        tableId: toId("table", `tbl_${String(n).padStart(20, "0")}`),
        name,
      });
    expect(table(2, "A1")).toMatchObject({ error: { field: "name" } });
    expect(table(2, "A2")).toMatchObject({ value: { kind: "tableSet", before: null } });
    expect(table(1, "B1")).toMatchObject({ value: { before: { name: "A1" }, table: { name: "B1" } } });
    expect(removeTable(menu, toId("table", "tbl_99999999999999999999"))).toMatchObject({ ok: false });
  });
});
