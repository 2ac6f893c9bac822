import { createHash } from "node:crypto";
import { inTransaction } from "@sanqi/database";
import { jobMigrations } from "@sanqi/jobs";
import { prepareJobs } from "@sanqi/jobs/worker";
import { createIds, type DishId, fen, hour, manualClock, minute, type OrderId, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Handover } from "../domain/index.ts";
import {
  createOrderUseCases,
  createSystemCommands,
  type OrderableShop,
  type OrderUseCases,
  type PlaceOrder,
} from "../use-cases/index.ts";
import { createOrderStore, orderMigrations, setPortionsLeft } from "./index.ts";

const clock = manualClock(Date.UTC(2026, 10, 22, 3));
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
const campusId = toId("campus", "cmp_00000000000000000001");
const [shopId, tableId, placeId] = [ids.next("shop"), ids.next("table"), ids.next("place")];
/** Noon tomorrow. */
const slot = { from: clock.now() + 25 * hour, to: clock.now() + 25 * hour + 15 * minute };
const [today, tomorrow] = ["2026-11-22", "2026-11-23"];
let db: TestDatabase;
let store: ReturnType<typeof createOrderStore>;
let orders: OrderUseCases;
let timers: ReturnType<typeof createSystemCommands>;
let dishId: DishId;
let handovers: Handover[];
let delivers = true;
const place = { placeId, name: "1 号楼", nameEn: "No. 1", point: [120, 30] as const };

const shop = (): OrderableShop => ({
  shopId,
  name: "店",
  nameEn: "Shop",
  point: [120, 30],
  open: false,
  opensAt: "17:00",
  opensDay: null,
  closedReason: null,
  minOrderFen: fen(500),
  packingFen: fen(100),
  tariff: { baseFen: fen(200), distance: null, surcharges: [] },
  handovers,
  slotCapacity: 2,
  slots: () => [slot],
  dishes: new Map([
    [
      dishId,
      {
        dishId,
        name: "奶茶",
        nameEn: "Milk tea",
        art: "tea",
        priceFen: fen(1000),
        soldOut: false,
        options: [
          {
            key: "size",
            name: "杯型",
            nameEn: "Size",
            min: 1,
            max: 1,
            choices: [
              { key: "large", name: "大杯", nameEn: "Large", priceFen: fen(300), soldOut: false },
              { key: "small", name: "小杯", nameEn: "Small", priceFen: fen(0), soldOut: false },
            ],
          },
        ],
        dailyStock: 50,
        choiceStock: new Map([["size:large", 3]]),
      },
    ],
  ]),
});

beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...jobMigrations, ...orderMigrations], prepareJobs);
  store = createOrderStore(db.sql, ids, () => {});
  timers = createSystemCommands({ store, clock });
  orders = createOrderUseCases({
    store,
    clock,
    ids,
    menu: {
      shop: async () => shop(),
      table: async (_, id) => (id === tableId ? { shopId, name: "3 号桌" } : null),
    },
    planner: {
      plan: async () => (delivers ? { place, walkMetres: 400, promise: { earliest: 0, latest: 1 } } : null),
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
beforeEach(async () => {
  dishId = ids.next("dish");
  [handovers, delivers] = [["delivery", "pickup", "table"], true];
  await db.sql`delete from slot_load`;
});

const caller = () => ({ campusId, accountId: ids.next("account"), name: "同学", traceId: "trace" });
const cook = { ...caller(), name: "何阿姨", shopIds: [shopId] };
const request = (over: Partial<PlaceOrder> = {}): PlaceOrder => ({
  key: crypto.randomUUID(),
  shopId,
  handover: "pickup",
  placeId: null,
  tableId: null,
  slotFrom: slot.from,
  couponIds: [],
  lines: [{ dishId, quantity: 1, choices: ["size:small"] }],
  host: "weapp",
  note: "",
  cutlery: 1,
  contactPhone: null,
  expectedTotalFen: fen(1100),
  ...over,
});
const large = (quantity: number, over: Partial<PlaceOrder> = {}) =>
  request({
    lines: [{ dishId, quantity, choices: ["size:large"] }],
    expectedTotalFen: fen(1300 * quantity + 100),
    ...over,
  });
const kindOf = (result: { ok: true } | { ok: false; error: { kind: string } }) =>
  result.ok ? "ok" : result.error.kind;
const placed = async (who = caller(), wanted = request()): Promise<OrderId> => {
  const result = await orders.place(who, wanted);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.orderId;
};
async function paid(who = caller(), wanted = request()): Promise<OrderId> {
  const orderId = await placed(who, wanted);
  const payment = { paymentId: ids.next("payment"), paidAt: clock.now() };
  await store.change({ campusId, orderId, traceId: "t" }, timers.paymentDecision(payment, clock.now()));
  return orderId;
}
const largeLeft = async (day: string) =>
  (await store.choicesLeft(campusId, [dishId], day)).get(`${dishId} size:large`);
const taken = async () => (await store.slotLoads(campusId, shopId, [slot])).get(slot.from) ?? 0;

describe("a pre-order", () => {
  it("takes a place of its slot and portions of its own day, also while the shop is closed", async () => {
    const who = caller();
    const orderId = await placed(who);
    expect(await taken()).toBe(1);
    expect((await store.stockLeft(campusId, [dishId], tomorrow)).get(dishId)).toBe(49);
    expect((await store.stockLeft(campusId, [dishId], today)).get(dishId)).toBeUndefined();
    expect(await orders.get(who, orderId)).toMatchObject({
      value: { slot, promise: { earliest: slot.from, latest: slot.to } },
    });
    expect(
      (await orders.consoleOrders(campusId, { day: tomorrow, stage: null, text: "", limit: 9 })).length,
    ).toBe(1);
  });

  it("gets exactly the places that there are, however many want them", async () => {
    const results = await Promise.all(Array.from({ length: 12 }, () => orders.place(caller(), request())));
    expect(results.map(kindOf).sort()).toEqual([...Array(2).fill("ok"), ...Array(10).fill("slotFull")]);
    expect(await taken()).toBe(2);
    // Nothing of the refused ones stays behind.
    expect((await store.stockLeft(campusId, [dishId], tomorrow)).get(dishId)).toBe(48);
  });

  it("gives its place back when it ends, and is told when it is full", async () => {
    const who = caller();
    const orderId = await placed(who);
    await placed();
    const quote = await orders.quote(caller(), request());
    expect(quote).toMatchObject({
      value: { slots: [{ left: 0 }], problems: [{ problem: { kind: "slotFull" } }] },
    });
    await orders.cancel(who, { orderId, reason: "" });
    expect(await taken()).toBe(1);
    expect(kindOf(await orders.place(caller(), request()))).toBe("ok");
  });

  it("is for a slot that the shop offers", async () => {
    expect(kindOf(await orders.place(caller(), request({ slotFrom: slot.from + 1 })))).toBe("slotNotOffered");
    expect(kindOf(await orders.place(caller(), request({ slotFrom: null })))).toBe("shopClosed");
  });

  it("leaves its kitchen time until shortly before, and is seen as such", async () => {
    const who = caller();
    const orderId = await paid(who);
    expect((await store.load(campusId, orderId))?.acceptBy).toBe(slot.from - 45 * minute);
    expect(kindOf(await orders.accept(cook, orderId))).toBe("ok");
    expect(await orders.get(who, orderId)).toMatchObject({ value: { stage: "scheduled" } });
    const rows = async (stage: "scheduled" | "cooking") =>
      (await orders.consoleOrders(campusId, { day: tomorrow, stage, text: orderId, limit: 9 })).length;
    expect([await rows("scheduled"), await rows("cooking")]).toEqual([1, 0]);
    expect(kindOf(await orders.startCooking(cook, orderId))).toBe("ok");
    expect([await rows("scheduled"), await rows("cooking")]).toEqual([0, 1]);
    const queues = (now: number) => store.kitchenQueues(campusId, now);
    expect((await queues(clock.now())).size).toBe(0);
    expect((await queues(slot.from - minute)).get(shopId)).toBeGreaterThan(0);
  });
});

describe("the time of a pre-order", () => {
  const delivery = () => request({ handover: "delivery", placeId, expectedTotalFen: fen(1300) });
  it("keeps riders from taking it a day ahead", async () => {
    const rider = { ...caller(), name: "骑手" };
    const orderId = await paid(caller(), delivery());
    await orders.accept(cook, orderId);
    expect((await orders.riderBoard(rider)).available).toEqual([]);
    expect(kindOf(await orders.claim(rider, orderId))).toBe("transitionRefused");
    clock.advance(24.5 * hour);
    expect((await orders.riderBoard(rider)).available).toMatchObject([{ orderId, slot }]);
    expect(kindOf(await orders.claim(rider, orderId))).toBe("ok");
    clock.advance(-24.5 * hour);
  });

  it("leaves time to pay and to accept, or is not offered", async () => {
    clock.advance(25 * hour - 21 * minute);
    const orderId = await placed();
    expect((await store.load(campusId, orderId))?.payBy).toBe(slot.from - 10 * minute);
    clock.advance(2 * minute);
    expect(kindOf(await orders.place(caller(), request()))).toBe("slotNotOffered");
    clock.advance(-25 * hour + 19 * minute);
  });
});

describe("a choice with a stock of its own", () => {
  it("is sold as often as there is, and comes back with the order", async () => {
    const who = caller();
    const first = await placed(who, large(2));
    expect(await largeLeft(tomorrow)).toBe(1);
    expect(await orders.place(caller(), large(2))).toMatchObject({
      error: { kind: "soldOut", left: 1, name: "奶茶（大杯）" },
    });
    expect(await orders.quote(caller(), large(2))).toMatchObject({
      value: { problems: [{ problem: { kind: "soldOut", left: 1 } }] },
    });
    await orders.cancel(who, { orderId: first, reason: "" });
    expect(await largeLeft(tomorrow)).toBe(3);
  });

  it("is never oversold under a rush, and leaves no other stock behind", async () => {
    handovers = ["table"];
    const rush = Array.from({ length: 20 }, () =>
      orders.place(caller(), large(1, { handover: "table", tableId })),
    );
    const results = (await Promise.all(rush)).map(kindOf);
    // Two places in the slot end it before the three large cups do.
    expect(results.filter((kind) => kind === "ok").length).toBe(2);
    expect(await largeLeft(tomorrow)).toBe(1);
    expect((await store.stockLeft(campusId, [dishId], tomorrow)).get(dishId)).toBe(48);
  });

  it("counts from what the kitchen has counted", async () => {
    await inTransaction(db.sql, (tx) =>
      setPortionsLeft(tx, { campusId, dishId, choice: "size:large", day: tomorrow, left: 9 }),
    );
    expect(kindOf(await orders.place(caller(), large(5)))).toBe("ok");
    expect(await largeLeft(tomorrow)).toBe(4);
    await inTransaction(db.sql, (tx) =>
      setPortionsLeft(tx, { campusId, dishId, choice: null, day: tomorrow, left: 0 }),
    );
    expect(kindOf(await orders.place(caller(), request()))).toBe("soldOut");
  });
});

describe("an order in the shop", () => {
  it("is handed over at the counter against its code, by its kitchen only, and no rider sees it", async () => {
    const who = caller();
    const orderId = await paid(who);
    await orders.accept(cook, orderId);
    await orders.markReady(cook, orderId);
    expect((await orders.riderBoard(caller())).available).toEqual([]);
    expect(kindOf(await orders.claim(caller(), orderId))).toBe("notYourTask");
    expect(await orders.get(who, orderId)).toMatchObject({
      value: { stage: "readyToCollect", pickupCode: "4711" },
    });
    const handOver = (code: string | null, by = cook) => orders.handOver(by, { orderId, code });
    expect(kindOf(await handOver("4711", { ...cook, shopIds: [ids.next("shop")] }))).toBe("orderNotFound");
    expect(kindOf(await handOver(null))).toBe("pickupCodeWrong");
    expect(kindOf(await handOver("0000"))).toBe("pickupCodeWrong");
    expect(kindOf(await handOver("4711"))).toBe("ok");
    expect(await orders.get(who, orderId)).toMatchObject({ value: { stage: "delivered" } });
  });

  it("is served at the table that was scanned, without a code", async () => {
    const table = { handover: "table", tableId } as const;
    const orderId = await paid(caller(), request(table));
    await orders.accept(cook, orderId);
    await orders.markReady(cook, orderId);
    expect((await orders.kitchenBoard(cook)).ready).toMatchObject([
      { placeName: "堂食 3 号桌", handover: "table" },
    ]);
    expect(kindOf(await orders.handOver(cook, { orderId, code: null }))).toBe("ok");
    expect(kindOf(await orders.place(caller(), request({ ...table, tableId: ids.next("table") })))).toBe(
      "tableNotFound",
    );
    handovers = ["pickup"];
    expect(kindOf(await orders.place(caller(), request(table)))).toBe("handoverNotOffered");
    [handovers, delivers] = [["delivery"], false];
    expect(kindOf(await orders.place(caller(), request({ handover: "delivery", placeId })))).toBe(
      "placeNotServed",
    );
  });

  it("can be taken by phone, more than three at a time, and is nobody's to be told", async () => {
    await db.sql`delete from slot_load`;
    const desk = { ...caller(), name: "运营小林" };
    const made = [];
    for (let n = 0; n < 5; n += 1) {
      const { host: _host, couponIds: _coupons, ...wanted } = request({ key: crypto.randomUUID() });
      await db.sql`delete from slot_load`;
      made.push(await orders.placeByPhone(desk, { ...wanted, contactPhone: "13800000000" }));
    }
    expect(made.map(kindOf)).toEqual(Array(5).fill("ok"));
    const [first] = made;
    if (!first?.ok) throw new Error("not placed");
    expect(await store.load(campusId, first.value.orderId)).toMatchObject({
      byPhone: true,
      accountId: desk.accountId,
    });
    const [event] = await db.sql<{ payload: { byPhone: boolean } }[]>`
      select payload from outbox where key = ${first.value.orderId}`;
    expect(event?.payload.byPhone).toBe(true);
  });
});

describe("after the lunch", () => {
  async function eaten(who = caller()): Promise<OrderId> {
    const orderId = await paid(who, large(2));
    await orders.accept(cook, orderId);
    await orders.markReady(cook, orderId);
    await orders.handOver(cook, { orderId, code: "4711" });
    return orderId;
  }
  const complaint = (orderId: OrderId) => ({
    orderId,
    reason: "missing" as const,
    words: "少了一杯",
    items: [{ line: 0, quantity: 1 }],
    pictureIds: [],
  });

  it("a complaint is seen by kitchen and desk, agreed once, and closed by its refund", async () => {
    const who = caller();
    const orderId = await eaten(who);
    expect(kindOf(await orders.complain(caller(), complaint(orderId)))).toBe("orderNotFound");
    // Somebody else's picture, or one that is gone, cannot be shown.
    const pictured = { ...complaint(orderId), pictureIds: [ids.next("picture")] };
    expect(kindOf(await orders.complain(who, pictured))).toBe("pictureNotFound");
    expect(kindOf(await orders.complain(who, complaint(orderId)))).toBe("ok");
    expect(kindOf(await orders.complain(who, complaint(orderId)))).toBe("transitionRefused");
    expect(await orders.merchantAfterSales(cook, { open: true })).toMatchObject([
      { orderId, afterSale: { state: "opened", words: "少了一杯" } },
    ]);
    expect(await orders.merchantAfterSales({ ...cook, shopIds: [] }, { open: true })).toEqual([]);
    // Asked twice at once, it is agreed once.
    const agree = () => orders.answerAfterSale(cook, { orderId, agrees: true, words: "抱歉" });
    expect((await Promise.all([agree(), agree(), agree()])).map(kindOf).sort()).toEqual([
      "ok",
      "transitionRefused",
      "transitionRefused",
    ]);
    const order = await store.load(campusId, orderId);
    const key = order?.afterSale?.afterSaleId ?? "";
    expect(order).toMatchObject({ payment: "refunding", refunds: [{ key, fen: 1300, done: false }] });
    const told = await db.sql<{ payload: object }[]>`
      select payload from outbox where key = ${orderId} and type = 'order.refundAgreed'`;
    expect(told.map((row) => row.payload)).toMatchObject([
      { key, amountFen: 1300, paymentId: order?.paidBy },
    ]);

    const refund = {
      paymentId: order?.paidBy ?? ids.next("payment"),
      key,
      amountFen: fen(1300),
      full: false,
    };
    const arrive = () =>
      store.change({ campusId, orderId, traceId: "t" }, timers.refundDecision(refund, clock.now()));
    expect((await Promise.all([arrive(), arrive()])).map(kindOf).sort()).toEqual(["ok", "transitionRefused"]);
    expect(await orders.get(who, orderId)).toMatchObject({
      value: {
        payment: "partlyRefunded",
        moneyWords: { zh: "已退款 ¥13.00" },
        afterSale: { state: "closed" },
        paidLines: [{ fen: 2600, refundableFen: 1300 }, {}, {}],
      },
    });
    expect(await orders.consoleAfterSales(campusId, { open: true })).toEqual([]);
    expect((await orders.consoleAfterSales(campusId, { open: false })).length).toBe(1);
  });

  it("an open complaint keeps its order from being completed", async () => {
    const who = caller();
    const orderId = await eaten(who);
    await orders.complain(who, complaint(orderId));
    expect(kindOf(await orders.rate(who, { orderId, stars: 2, comment: "少了" }))).toBe("ok");
    clock.advance(25 * hour);
    await timers.completeDelivered("t");
    expect((await store.load(campusId, orderId))?.fulfilment).toBe("delivered");
    await orders.withdraw(who, orderId);
    await timers.completeDelivered("t");
    expect((await store.load(campusId, orderId))?.fulfilment).toBe("completed");
    clock.advance(-25 * hour);
  });

  it("the desk gives back by line, never more than there is, and says who bears it", async () => {
    const who = caller();
    const desk = { ...caller(), name: "运营小林" };
    const orderId = await eaten(who);
    expect(kindOf(await orders.complainFor(desk, complaint(orderId)))).toBe("ok");
    const decide = (key: string, amount: number) =>
      orders.decideAfterSale(desk, {
        orderId,
        parts: [{ key, fen: fen(amount) }],
        bearer: "platform",
        words: "先行赔付",
      });
    expect(kindOf(await decide("0", 2601))).toBe("refundTooMuch");
    expect(kindOf(await decide("delivery", 1))).toBe("refundTooMuch");
    expect(kindOf(await decide("packing", 100))).toBe("ok");
    expect(await orders.story(campusId, orderId)).toMatchObject({
      value: expect.arrayContaining([
        expect.objectContaining({ what: "decide", reason: "先行赔付", traceId: "trace" }),
      ]),
    });
  });

  it("a review is answered by its kitchen, hidden with a reason, and then counts no more", async () => {
    const who = caller();
    const orderId = await eaten(who);
    await orders.rate(who, { orderId, stars: 1, comment: "骂人的话" });
    expect(kindOf(await orders.answerReview({ ...cook, shopIds: [] }, { orderId, words: "?" }))).toBe(
      "reviewNotFound",
    );
    expect(kindOf(await orders.answerReview(cook, { orderId, words: "我们会改进" }))).toBe("ok");
    const reviews = async () => (await orders.reviews(campusId, { shopId, before: null })).reviews;
    expect((await reviews()).find((review) => review.comment === "骂人的话")).toMatchObject({
      answer: "我们会改进",
      dishes: ["奶茶"],
    });
    const count = async () => (await store.ratings(campusId)).get(shopId)?.count ?? 0;
    const before = await count();
    const desk = { ...caller(), name: "运营小林" };
    expect(kindOf(await orders.hideReview(desk, { orderId, reason: "辱骂" }))).toBe("ok");
    expect(await count()).toBe(before - 1);
    expect((await reviews()).some((review) => review.comment === "骂人的话")).toBe(false);
    expect(await orders.get(who, orderId)).toMatchObject({ value: { rating: { hidden: "辱骂" } } });
    await orders.hideReview(desk, { orderId, reason: null });
    expect(await count()).toBe(before);
  });

  it("the kitchen's day adds up", async () => {
    const summary = await orders.daySummary(cook, tomorrow);
    const sold = await db.sql<{ fen: number; n: number }[]>`
      select sum(goods_fen)::bigint as fen, count(*)::int as n from orders where day = ${tomorrow} and accepted_at is not null`;
    expect(summary).toMatchObject({ orders: sold[0]?.n, goodsFen: sold[0]?.fen });
    expect(summary.byHandover.reduce((sum, part) => sum + part.orders, 0)).toBe(summary.orders);
    expect(summary.byHour).toEqual([{ hour: 12, orders: summary.orders }]);
    expect(summary.dishes.reduce((sum, dish) => sum + dish.goodsFen, 0)).toBe(summary.goodsFen);
    expect(await orders.daySummary({ ...cook, shopIds: [] }, tomorrow)).toMatchObject({
      orders: 0,
      dishes: [],
    });
  });

  it("a ticket tells the kitchen what to cook, and nothing of the student", async () => {
    const orderId = await paid(caller(), large(2, { note: "少冰", contactPhone: "13800000000" }));
    const ticket = await orders.ticket(cook, orderId);
    const printed = JSON.stringify(ticket);
    expect(printed).toContain("奶茶");
    expect(printed).toContain("大杯");
    expect(printed).toContain("少冰");
    expect(printed).toContain("预订 11 月 23 日 12:00–12:15");
    expect(printed).not.toContain("138");
    expect(kindOf(await orders.ticket({ ...cook, shopIds: [] }, orderId))).toBe("orderNotFound");
  });
});
