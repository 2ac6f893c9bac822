import { chinaDay, hour } from "@sanqi/kernel";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { consoleCookie } from "./callers.ts";
import { cartOf, openShop, placeAndPay } from "./lunch.ts";
import { flaws, mutate, send } from "./raw-calls.ts";
import { type Client, codeOf, type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let lin: Person;
let cook: Person;
beforeAll(async () => {
  stage = await setStage();
  lin = await stage.as("weapp", "lin");
  cook = await stage.as("weapp", "chef-tinglan");
});
afterAll(() => stage?.close());
// Nobody may have many unpaid orders: each test leaves none behind.
afterEach(async () => {
  const { orders } = await lin.api.orders.list.query({ before: null });
  for (const { orderId, stage: at } of orders)
    if (at === "awaitingPayment") await lin.api.orders.cancel.mutate({ orderId, reason: "" });
});

type Menu = Awaited<ReturnType<Client["merchant"]["editableMenu"]["query"]>>;
const shopId = () => stage.ids.shops.of(openShop);
const menu = () => cook.api.merchant.editableMenu.query({ shopId: shopId() });
function dishOf(from: Menu, wanted: (dish: Menu["dishes"][number]) => boolean) {
  const dish = from.dishes.find(wanted);
  if (!dish) throw new Error("no such dish");
  return dish;
}
/** A dish as its form sends it back. */
function draftOf(dish: Menu["dishes"][number]) {
  const {
    dishId: _id,
    art: _art,
    version: _version,
    pictureUrl: _url,
    soldOut: _gone,
    left: _left,
    ...words
  } = dish;
  const options = dish.options.map((group) => ({
    ...group,
    choices: group.choices.map(({ soldOut: _, left: __, ...choice }) => choice),
  }));
  return { ...words, options };
}
const ordered = async () => {
  const { shopId: shop, placeId, lines, totalFen, dish } = await cartOf(stage, lin);
  const input = {
    shopId: shop,
    placeId,
    lines,
    note: "",
    cutlery: 0,
    contactPhone: null,
    expectedTotalFen: totalFen,
  };
  return {
    dish,
    place: (change = {}) =>
      mutate(stage, "orders.place", { ...input, key: crypto.randomUUID(), ...change }, lin.token),
  };
};

describe("a price that the kitchen changes", () => {
  it("is asked about before the student pays it, and leaves placed orders alone", async () => {
    const orderId = await placeAndPay(stage, lin);
    const paid = await lin.api.orders.get.query({ orderId });
    const { dish, place } = await ordered();
    const before = dishOf(await menu(), (one) => one.dishId === dish.dishId);
    const change = { shopId: shopId(), dishId: dish.dishId, version: before.version };
    const draft = { ...draftOf(before), priceFen: before.priceFen + 100 };
    await cook.api.merchant.editDish.mutate({ ...change, draft });
    const answer = await place();
    expect(flaws(answer, "PRICE_CHANGED")).toEqual([]);
    expect((await lin.api.orders.get.query({ orderId })).amounts).toEqual(paid.amounts);
    // A second form that was opened before the change must not take it back unseen.
    expect(await codeOf(cook.api.merchant.editDish.mutate({ ...change, draft }))).toBe("MENU_CHANGED");
    const wrong = { ...draft, name: "" };
    const refused = await mutate(
      stage,
      "merchant.editDish",
      { ...change, version: before.version + 1, draft: wrong },
      cook.token,
    );
    expect(flaws(refused, "MENU_INVALID")).toEqual([]);
  });
});

describe("what is gone", () => {
  it("as a choice cannot be ordered until it is back", async () => {
    const dish = dishOf(await menu(), (one) =>
      one.options.some((group) => group.max > 0 && group.choices.length > 1),
    );
    const picks = dish.options.flatMap((group) =>
      group.choices.slice(0, Math.max(1, group.min)).map((choice) => `${group.key}:${choice.key}`),
    );
    const placeId = stage.ids.places.of("澜园2号楼");
    const lines = [{ dishId: dish.dishId, quantity: 1, choices: picks }];
    const problems = async () =>
      (await lin.api.orders.quote.query({ shopId: shopId(), placeId, lines })).problems.map(
        ({ problem }) => problem.kind,
      );
    const choice = picks[0] ?? null;
    expect(await problems()).not.toContain("soldOut");
    await cook.api.merchant.setSoldOut.mutate({ dishId: dish.dishId, choice, soldOut: true });
    expect(await problems()).toContain("soldOut");
    await cook.api.merchant.setSoldOut.mutate({ dishId: dish.dishId, choice, soldOut: false });
    expect(await problems()).not.toContain("soldOut");
  });
  it("after a count of what is left today", async () => {
    const { dish, place } = await ordered();
    const count = { shopId: shopId(), dishId: dish.dishId, choice: null };
    const counted = await cook.api.merchant.setLeft.mutate({ ...count, left: 0 });
    expect(dishOf(counted, (one) => one.dishId === dish.dishId).left).toBe(0);
    expect(flaws(await place(), "SOLD_OUT")).toEqual([]);
    await cook.api.merchant.setLeft.mutate({ ...count, left: 50 });
    expect((await place()).status).toBe(200);
  });
  it("as a dish is off the menu, and back when the removal is taken back", async () => {
    const { dish, place } = await ordered();
    const { version } = dishOf(await menu(), (one) => one.dishId === dish.dishId);
    const gone = await cook.api.merchant.removeDish.mutate({
      shopId: shopId(),
      dishId: dish.dishId,
      version,
    });
    expect(gone.removed.map((one) => one.dishId)).toEqual([dish.dishId]);
    expect(flaws(await place(), "DISH_NOT_FOUND")).toEqual([]);
    await cook.api.merchant.restoreDish.mutate({ shopId: shopId(), dishId: dish.dishId });
    expect((await place()).status).toBe(200);
  });
});

describe("a shop out of turn", () => {
  const refusals = async (change: (version: number) => Promise<Menu>) => {
    const { place } = await ordered();
    const before = (await menu()).shop;
    const after = await change(before.version);
    const answer = await place();
    const { version } = after.shop;
    await cook.api.merchant.setHours.mutate({
      shopId: shopId(),
      version,
      hours: before.hours,
      exceptions: [],
    });
    await cook.api.merchant.pause.mutate({ shopId: shopId(), paused: null });
    expect((await place()).status).toBe(200);
    return answer;
  };
  it("is closed on a day with an exception", async () => {
    const exceptions = [-1, 0].map((days) => ({
      day: chinaDay(stage.clock.now() + days * 24 * hour),
      ...{ hours: [], reason: "盘点", reasonEn: "Stocktaking" },
    }));
    const answer = await refusals((version) =>
      cook.api.merchant.setHours.mutate({
        shopId: shopId(),
        version,
        hours: [{ open: "00:00", close: "24:00" }],
        exceptions,
      }),
    );
    expect(flaws(answer, "SHOP_CLOSED")).toEqual([]);
  });
  it("is closed while it is paused, and says why", async () => {
    const answer = await refusals(() =>
      cook.api.merchant.pause.mutate({
        shopId: shopId(),
        paused: { until: null, reason: "停电", reasonEn: "No power" },
      }),
    );
    expect(flaws(answer, "SHOP_CLOSED")).toEqual([]);
  });
});

describe("who may", () => {
  it("change only the own shop, and operators see all that was changed", async () => {
    const other = stage.ids.shops.of("lanzhou");
    const tries = [
      cook.api.merchant.editableMenu.query({ shopId: other }),
      cook.api.merchant.pause.mutate({ shopId: other, paused: null }),
      lin.api.merchant.editableMenu.query({ shopId: shopId() }),
    ];
    expect(await Promise.all(tries.map(codeOf))).toEqual(["NOT_ALLOWED", "NOT_ALLOWED", "NOT_ALLOWED"]);
    const { cookie } = await consoleCookie(stage);
    const input = encodeURIComponent(JSON.stringify({ shopId: null, before: null }));
    const answer = await send(`${stage.url}/trpc/console.catalogChanges?input=${input}`, { cookie });
    const kinds = (JSON.parse(answer.text) as { result: { data: { kind: string }[] } }).result.data.map(
      (row) => row.kind,
    );
    expect(kinds).toEqual(
      expect.arrayContaining([
        "dishChanged",
        "soldOutSet",
        "leftSet",
        "dishRemoved",
        "dishRestored",
        "shopChanged",
      ]),
    );
    expect(
      (await cook.api.merchant.changes.query({ before: null })).every((row) => row.shopId !== other),
    ).toBe(true);
  });
  it("scan a table and find its shop", async () => {
    const { tables } = await cook.api.merchant.setTable.mutate({
      shopId: shopId(),
      tableId: null,
      name: "A1",
    });
    const tableId = tables[0]?.tableId;
    if (!tableId) throw new Error("no table");
    expect(await lin.api.catalog.table.query({ tableId })).toEqual({ tableId, shopId: shopId(), name: "A1" });
    await cook.api.merchant.removeTable.mutate({ shopId: shopId(), tableId });
    expect(await codeOf(lin.api.catalog.table.query({ tableId }))).toBe("TABLE_NOT_FOUND");
  });
});
