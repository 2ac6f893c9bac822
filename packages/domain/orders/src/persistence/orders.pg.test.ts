import { createHash } from "node:crypto";
import { jobMigrations } from "@sanqi/jobs";
import { prepareJobs } from "@sanqi/jobs/worker";
import { createIds, type DishId, fen, manualClock, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type Caller,
  createOrderUseCases,
  createSystemCommands,
  type OrderUseCases,
  type PlaceOrder,
} from "../use-cases/index.ts";
import { createOrderStore, orderMigrations } from "./index.ts";

const clock = manualClock(1_763_800_000_000);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
const campusId = toId("campus", "cmp_00000000000000000001");
const shopId = ids.next("shop");
const placeId = ids.next("place");
let db: TestDatabase;
let orders: OrderUseCases;
let store: ReturnType<typeof createOrderStore>;
let dishId: DishId;
let otherDishId: DishId;
let dailyStock = 10;
let open = true;
let priceFen = 1000;
/** Tomorrow's lunch, seen from the test's clock. */
const slot = { from: 1_763_866_800_000, to: 1_763_867_700_000 };

const caller = (): Caller => ({ campusId, accountId: ids.next("account"), name: "同学", traceId: "trace" });
const request = (over: Partial<PlaceOrder> = {}): PlaceOrder => ({
  key: crypto.randomUUID(),
  shopId,
  handover: "delivery",
  placeId,
  tableId: null,
  slotFrom: null,
  couponIds: [],
  lines: [{ dishId, quantity: 1, choices: [] }],
  host: "weapp",
  note: "",
  cutlery: 1,
  contactPhone: null,
  expectedTotalFen: fen(1300),
  ...over,
});
const left = async () => (await store.stockLeft(campusId, [dishId], "2025-11-22")).get(dishId);

beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...jobMigrations, ...orderMigrations], prepareJobs);
  store = createOrderStore(db.sql, ids, () => {});
  orders = createOrderUseCases({
    store,
    clock,
    ids,
    menu: {
      async shop() {
        const dishes = [dishId, otherDishId].map((id) => ({
          dishId: id,
          name: "盖饭",
          nameEn: "Rice",
          art: "rice",
          priceFen: fen(priceFen),
          soldOut: false,
          options: [],
          dailyStock,
          choiceStock: new Map<string, number>(),
        }));
        return {
          shopId,
          name: "店",
          nameEn: "Shop",
          point: [120, 30],
          open,
          opensAt: "17:00",
          opensDay: null,
          closedReason: null,
          minOrderFen: fen(500),
          packingFen: fen(100),
          tariff: { baseFen: fen(200), distance: null, surcharges: [] },
          handovers: ["delivery", "pickup", "table"],
          slotCapacity: 2,
          slots: () => [slot],
          dishes: new Map(dishes.map((dish) => [dish.dishId, dish])),
        };
      },
      table: async () => ({ shopId, name: "3 号桌" }),
    },
    planner: {
      plan: async ({ now }) => ({
        place: { placeId, name: "1 号楼", nameEn: "No. 1", point: [120, 30] },
        walkMetres: 400,
        promise: { earliest: now, latest: now + 1 },
      }),
      atCounter: async ({ now }) => ({ earliest: now, latest: now + 1 }),
    },
    pictures: { claim: async () => false, link: (_, id) => id },
    offers: { of: async () => ({ rules: [], held: [], isNew: false }) },
    digest: (text) => createHash("sha256").update(text).digest("hex"),
    pickupCode: () => "4711",
    words: (p) => ({ zh: p.kind, en: p.kind }),
  });
});
afterAll(() => db.drop());
beforeEach(() => {
  dishId = ids.next("dish");
  otherDishId = ids.next("dish");
  [dailyStock, open, priceFen] = [10, true, 1000];
});

describe("placing an order", () => {
  it("writes order, lines, stock, story and event together", async () => {
    const who = caller();
    const placed = await orders.place(who, request());
    if (!placed.ok) throw new Error(placed.error.kind);
    const { orderId } = placed.value;
    expect(await left()).toBe(9);
    expect(await orders.get(who, orderId)).toMatchObject({
      ok: true,
      value: { stage: "awaitingPayment", totalFen: 1300, pickupCode: null },
    });
    expect(await orders.story(campusId, orderId)).toMatchObject({
      ok: true,
      value: [{ what: "place", traceId: "trace", actorKind: "student" }],
    });
    expect((await db.sql`select type from outbox where key = ${orderId}`).map((r) => r.type)).toEqual([
      "order.placed",
    ]);
  });

  it("refuses in words what cannot be ordered and changes nothing", async () => {
    const kinds = async (r: Partial<PlaceOrder>) => {
      const result = await orders.place(caller(), request(r));
      return result.ok ? "ok" : result.error.kind;
    };
    expect(await kinds({ expectedTotalFen: fen(1200) })).toBe("priceChanged");
    expect(
      await kinds({ lines: [{ dishId, quantity: 11, choices: [] }], expectedTotalFen: fen(11_300) }),
    ).toBe("soldOut");
    expect(await kinds({ lines: [{ dishId: ids.next("dish"), quantity: 1, choices: [] }] })).toBe(
      "dishNotFound",
    );
    open = false;
    expect(await kinds({})).toBe("shopClosed");
    expect(await left()).toBeUndefined();
  });

  it("answers a repeated key with the same order, also when both arrive at once and the menu changed since", async () => {
    const who = caller();
    const same = request();
    const answers = await Promise.all(Array.from({ length: 8 }, () => orders.place(who, same)));
    priceFen = 5000;
    answers.push(await orders.place(who, same));
    const made = new Set(answers.map((a) => (a.ok ? a.value.orderId : a.error.kind)));
    expect(made.size).toBe(1);
    expect(await left()).toBe(9);
    expect(await orders.place(who, { ...same, note: "别的内容" })).toMatchObject({
      ok: false,
      error: { kind: "idempotencyConflict" },
    });
    // Another person's equal key is another intent.
    priceFen = 1000;
    expect((await orders.place(caller(), same)).ok).toBe(true);
  });

  it("sells exactly the stock when everybody wants the same dish", async () => {
    const results = await Promise.all(Array.from({ length: 60 }, () => orders.place(caller(), request())));
    expect(results.filter((r) => r.ok).length).toBe(10);
    expect(new Set(results.flatMap((r) => (r.ok ? [] : [r.error.kind])))).toEqual(new Set(["soldOut"]));
    expect(await left()).toBe(0);
  });

  it("does not deadlock when carts name the same dishes in opposite order", async () => {
    dailyStock = 1000;
    const both = (first: DishId, second: DishId) =>
      request({
        lines: [first, second].map((d) => ({ dishId: d, quantity: 1, choices: [] })),
        expectedTotalFen: fen(2300),
      });
    const carts = Array.from({ length: 30 }, (_, n) =>
      n % 2 ? both(dishId, otherDishId) : both(otherDishId, dishId),
    );
    const results = await Promise.all(carts.map((cart) => orders.place(caller(), cart)));
    expect(results.every((r) => r.ok)).toBe(true);
    expect(await left()).toBe(970);
  });
});

describe("an order's way", () => {
  it("gives stock back once when it ends, and closes after 15 minutes unpaid", async () => {
    const who = caller();
    const commands = createSystemCommands({ store, clock });
    const first = await orders.place(who, request());
    const second = await orders.place(who, request());
    if (!first.ok || !second.ok) throw new Error("not placed");
    const cancels = await Promise.all(
      [1, 2, 3].map(() => orders.cancel(who, { orderId: first.value.orderId, reason: "不想要了" })),
    );
    expect(cancels.filter((c) => c.ok).length).toBe(1);
    expect(await left()).toBe(9);
    await commands.expireOverdue("t");
    expect(await left()).toBe(9);
    clock.advance(15 * 60_000);
    await commands.expireOverdue("t");
    expect(await left()).toBe(10);
    expect(await orders.get(who, second.value.orderId)).toMatchObject({
      value: { stage: "expired", payment: "closed" },
    });
  });

  it("hides other people's orders and other kitchens' orders", async () => {
    const placed = await orders.place(caller(), request());
    if (!placed.ok) throw new Error("not placed");
    const { orderId } = placed.value;
    const stranger = caller();
    expect(await orders.get(stranger, orderId)).toMatchObject({ error: { kind: "orderNotFound" } });
    expect(await orders.cancel(stranger, { orderId, reason: "" })).toMatchObject({
      error: { kind: "orderNotFound" },
    });
    expect(await orders.accept({ ...stranger, shopIds: [ids.next("shop")] }, orderId)).toMatchObject({
      error: { kind: "orderNotFound" },
    });
    expect(await orders.partyOf({ ...stranger, shopIds: [] }, orderId)).toBeNull();
  });

  it("opens the door for the right code only, and locks after five wrong ones for two minutes", async () => {
    const who = caller();
    const cook = { ...caller(), shopIds: [shopId] };
    const rider = { ...caller(), name: "骑手小周" };
    const placed = await orders.place(who, request());
    if (!placed.ok) throw new Error("not placed");
    const { orderId } = placed.value;
    const pay = createSystemCommands({ store, clock }).paymentDecision(
      { paymentId: ids.next("payment"), paidAt: clock.now() },
      clock.now(),
    );
    await store.change({ campusId, orderId, traceId: "t" }, pay);
    for (const step of [
      () => orders.accept(cook, orderId),
      () => orders.claim(rider, orderId),
      () => orders.markReady(cook, orderId),
      () => orders.pickUp(rider, orderId),
    ]) {
      expect((await step()).ok).toBe(true);
    }
    expect(
      (await orders.get(who, orderId)).ok && (await orders.kitchenBoard(cook)).today.orders,
    ).toBeGreaterThan(0);
    const tryCode = async (code: string) => {
      const result = await orders.deliver(rider, { orderId, code });
      return result.ok ? "delivered" : result.error.kind;
    };
    expect(await orders.deliver(cook, { orderId, code: "4711" })).toMatchObject({
      error: { kind: "notYourTask" },
    });
    for (let i = 0; i < 5; i += 1) expect(await tryCode("0000")).toBe("pickupCodeWrong");
    expect(await tryCode("4711")).toBe("pickupCodeLocked");
    clock.advance(120_001);
    expect(await tryCode("4711")).toBe("delivered");
    expect(await orders.rate(who, { orderId, stars: 5, comment: "好吃" })).toMatchObject({ ok: true });
    expect(await orders.rate(who, { orderId, stars: 1, comment: "" })).toMatchObject({
      error: { kind: "alreadyRated" },
    });
    expect((await store.ratings(campusId)).get(shopId)).toEqual({ rating: 5, count: 1 });
  });
});
