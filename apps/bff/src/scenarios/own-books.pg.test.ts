import { type CampusId, chinaDay, createIds, day as dayMs, hour, manualClock, toId } from "@sanqi/kernel";
import { createReconciliationStore, findDrift } from "@sanqi/reconciliation/persistence";
import { createReconciliation } from "@sanqi/reconciliation/use-cases";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { migrations } from "../composition-root/migrations.ts";

const by = { accountId: toId("account", `acc_${"0".repeat(20)}`), name: "运营", traceId: "t" };
const [shopId, dishId] = ["shp_1", "dsh_1"];
const noon = Date.parse("2026-11-22T12:00:00+08:00");
const clock = manualClock(noon);
const ids = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes));
const today = () => chinaDay(clock.now());

let db: TestDatabase;
/** Another one for each test. */
let campusId: CampusId;
let desk: ReturnType<typeof createReconciliation>;
let alarms: string[];
const never = () => Promise.reject(new Error("no platform has a part in this"));

const check = () => desk.work.checkOwnBooks(campusId, "t");
const open = async () =>
  (await desk.differences(campusId, { open: true, limit: 100 })).map((d) => `${d.subject} ${d.number}`);
const put = (table: string, row: Record<string, unknown>) =>
  db.sql`insert into ${db.sql(table)} ${db.sql({ campusId, ...row } as Record<string, string>)}`;

async function order(orderId: string, over: Record<string, unknown> = {}): Promise<void> {
  const at = clock.now() - hour;
  const names = { shopName: "", shopNameEn: "", placeName: "", placeNameEn: "" };
  const places = { shopLon: 0, shopLat: 0, placeLon: 0, placeLat: 0 };
  const amounts = { goodsFen: 1000, packingFen: 0, deliveryFeeFen: 0, totalFen: 1000 };
  const times = { promiseEarliest: at, promiseLatest: at, placedAt: at, payBy: at };
  const texts = { note: "", pickupCode: "", idempotencyKey: orderId, fingerprint: "", host: "weapp" };
  await put("orders", {
    ...{ orderId, orderNo: orderId, version: 1, day: today(), accountId: "acc_1", shopId, cutlery: 0 },
    ...{ fulfilment: "accepted", payment: "unpaid" },
    ...{ ...names, ...places, ...amounts, ...times, ...texts, ...over },
  });
}
const portions = (orderId: string, quantity: number) =>
  put("order_line", {
    ...{ orderId, lineNo: 1, dishId, name: "", nameEn: "", art: "" },
    ...{ choices: db.sql.json([]), quantity, unitFen: 0, totalFen: 0 },
  });
const step = (orderId: string, version: number, to: string) =>
  put("order_step", {
    ...{ orderId, version, command: "x", fromState: "", toState: to },
    ...{ actorKind: "operator", actorName: "", at: noon, traceId: "t" },
  });

/** An event of the order, as one consumer has it. */
async function told(orderId: string, consumer: string, state: string): Promise<void> {
  const event = { eventId: ids.next("event"), type: "payment.succeeded", key: orderId };
  const [row] = await db.sql<{ position: number }[]>`
    insert into outbox ${db.sql({ ...event, campusId, payload: db.sql.json({}), traceId: "t", occurredAt: noon, published: true })}
    returning position`;
  await put("inbox", { ...event, consumer, position: row?.position, state, nextAt: noon });
}

beforeAll(async () => {
  db = await testDatabase(migrations);
});
afterAll(() => db?.drop());
beforeEach(async () => {
  clock.set(noon);
  alarms = [];
  campusId = ids.next("campus");
  desk = createReconciliation({
    store: createReconciliationStore(db.sql, ids),
    bills: {
      wechatPay: { channel: "wechatPay", fetch: never },
      alipay: { channel: "alipay", fetch: never },
    },
    own: { settledBetween: never, named: never, ofOthers: never },
    books: { contradictions: (campus, now) => findDrift(db.sql, campus, now) },
    questions: { ask: never },
    fees: { post: never },
    alarms: { raise: (kind) => void alarms.push(kind) },
    clock,
  });
});

describe("an order that is paid without a payment", () => {
  const paid = { payment: "paid", paidAt: noon - hour };

  it("stays a case until it is put right, however long that takes", async () => {
    await order("ord_1", paid);
    await check();
    clock.advance(10 * dayMs);
    await check();
    expect(await open()).toEqual(["order ord_1"]);
    await db.sql`update orders set payment = 'unpaid' where campus_id = ${campusId}`;
    await check();
    expect(await open()).toEqual([]);
  });

  it("stays a case while another event of it is told", async () => {
    await order("ord_1", paid);
    await check();
    await told("ord_1", "mark-order-paid-on-payment-succeeded", "waiting");
    await check();
    expect(await open()).toEqual(["order ord_1"]);
    expect(alarms).toEqual(["booksDrift"]);
  });

  it.each([
    ["mark-order-paid-on-payment-succeeded", "waiting", 0],
    ["mark-order-refunded-on-payment-refunded", "waiting", 0],
    ["post-to-ledger-on-money-moved", "waiting", 0],
    ["post-to-ledger-on-money-moved", "parked", 1],
    ["post-to-ledger-on-money-moved", "done", 1],
    ["notify-weapp-on-order-event", "waiting", 1],
  ])("is found by what %s has %s: %i", async (consumer, state, found) => {
    await order("ord_1", paid);
    await told("ord_1", consumer, state);
    expect(await check()).toBe(found);
  });

  it("that was accepted is a case again when its amounts become others", async () => {
    await order("ord_1", paid);
    await check();
    const [found] = await desk.differences(campusId, { open: true, limit: 1 });
    if (!found) throw new Error("nothing found");
    await desk.close({ campusId, differenceId: found.differenceId, as: "accept", reason: "试运行", by });
    clock.advance(10 * dayMs);
    await check();
    expect(await open()).toEqual([]);
    await db.sql`update orders set goods_fen = 9000, total_fen = 9000 where campus_id = ${campusId}`;
    await check();
    expect(await open()).toEqual(["order ord_1"]);
    expect(alarms).toEqual(["booksDrift", "booksDrift"]);
    const detail = await desk.difference(campusId, found.differenceId);
    expect(detail.ok && detail.value).toMatchObject({ expected: 9000, state: "open" });
    expect(detail.ok && detail.value.steps.map((each) => `${each.fromState} ${each.command}`)).toEqual([
      "null open",
      "open accept",
      "accepted find",
    ]);
  });
});

describe("refunds of one payment", () => {
  it("are added up whenever they were asked for", async () => {
    const paidAt = noon - 30 * dayMs;
    const common = { paymentId: "pay_1", orderId: "ord_1" };
    await put("payment", {
      ...{ ...common, accountId: "acc_1", host: "weapp", channel: "wechatPay", amountFen: 1000 },
      ...{ state: "refunding", expiresAt: paidAt, createdAt: paidAt, paidAt },
    });
    await db.sql`alter table refund disable trigger refund_counts`;
    const refund = { ...common, amountFen: 600, state: "processing", reason: "" };
    await put("refund", { ...refund, refundId: "rfd_1", refundKey: "a", requestedAt: noon - 20 * dayMs });
    await put("refund", { ...refund, refundId: "rfd_2", refundKey: "b", requestedAt: noon - hour });
    expect(await check()).toBe(1);
    expect(await open()).toEqual(["payment pay_1"]);
    await db.sql`alter table refund enable trigger refund_counts`;
  });
});

describe("what is left of a dish", () => {
  const left = (leftCount: number, over: Record<string, unknown> = {}) =>
    put("dish_stock", { dishId, day: today(), leftCount, ...over });
  const countedByHand = (at: number) =>
    put("catalog_change", {
      shopId,
      at,
      accountId: "acc_1",
      actorName: "",
      kind: "leftSet",
      subject: dishId,
    });

  beforeEach(async () => {
    const texts = { name: "", nameEn: "", category: "", categoryEn: "" };
    await put("shop", {
      ...{
        ...texts,
        shopId,
        position: 1,
        key: "k",
        notice: "",
        noticeEn: "",
        promotion: "",
        promotionEn: "",
      },
      ...{ halal: false, buildingId: "", buildingName: "", buildingNameEn: "", lon: 0, lat: 0 },
      ...{ hours: db.sql.json([]), minOrderFen: 0, packingFen: 0, deliveryFeeFen: 0, prepMinutes: 0 },
      updatedAt: noon,
    });
    await put("dish", {
      ...{ ...texts, dishId, shopId, position: 1, description: "", descriptionEn: "", priceFen: 0, art: "" },
      ...{ labels: db.sql.json([]), allergens: db.sql.json([]), options: db.sql.json([]), dailyStock: 10 },
    });
  });

  it("differs where the orders of the day say otherwise, also on days to come", async () => {
    await left(10);
    await left(9, { day: chinaDay(noon + dayMs) });
    expect(await check()).toBe(1);
    await order("ord_1");
    await portions("ord_1", 3);
    expect(await check()).toBe(2);
    clock.advance(4 * dayMs);
    await check();
    expect(await open()).toHaveLength(2);
  });

  it("of a day that is over is not held against today's number", async () => {
    await left(10);
    clock.advance(dayMs);
    await db.sql`update dish set daily_stock = 20 where campus_id = ${campusId}`;
    expect(await check()).toBe(0);
  });

  it("counts what was sold beyond a number that was lowered afterwards", async () => {
    await order("ord_1");
    await portions("ord_1", 12);
    await left(0, { shortCount: 2 });
    expect(await check()).toBe(0);
  });

  it("is the kitchen's word on the day on which it was set by hand", async () => {
    await left(5);
    await countedByHand(noon - dayMs);
    expect(await check()).toBe(1);
    await countedByHand(noon);
    expect(await check()).toBe(0);
    expect(await open()).toEqual([]);
  });

  it.each([
    ["preparing", 7],
    ["ready", 7],
    ["accepted", 10],
  ])("of an order that was refused when it was %s: %i of 10", async (reached, count) => {
    await order("ord_1", { fulfilment: "refused" });
    await portions("ord_1", 3);
    await step("ord_1", 1, reached);
    await step("ord_1", 2, "refused");
    await left(count);
    expect(await check()).toBe(0);
  });
});
