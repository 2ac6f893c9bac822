import { jobMigrations } from "@sanqi/jobs";
import { prepareJobs } from "@sanqi/jobs/worker";
import { type CampusId, createIds, manualClock, minute, type OrderId, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { acceptWarning, acceptWithin, placed, urgeEvery } from "../domain/index.ts";
import { anOrder, shopId, someone, student } from "../domain/order-for-tests.ts";
import { createCommands } from "../use-cases/commands.ts";
import { createQueries } from "../use-cases/queries.ts";
import { createSystemCommands } from "../use-cases/system-commands.ts";
import { createOrderStore, orderMigrations } from "./index.ts";

const clock = manualClock(Date.UTC(2026, 10, 22, 4, 0));
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
let campusId: CampusId;
const traceId = "trace";
let db: TestDatabase;
let store: ReturnType<typeof createOrderStore>;
let orders: ReturnType<typeof createCommands> & ReturnType<typeof createQueries>;
let timers: ReturnType<typeof createSystemCommands>;
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...jobMigrations, ...orderMigrations], prepareJobs);
  store = createOrderStore(db.sql, ids, () => {});
  orders = {
    ...createCommands({ store, clock }),
    ...createQueries({ store, clock, pictures: { claim: async () => false, link: (_, id) => id } }),
  };
  timers = createSystemCommands({ store, clock });
});
afterAll(() => db?.drop());
// Timers look at all campuses: what an earlier test left behind must be over.
beforeEach(async () => {
  campusId = ids.next("campus");
  clock.advance(acceptWithin);
  await timers.watchAcceptance(traceId);
});

const caller = (n = 1) => ({ campusId, accountId: someone(n), name: "", traceId });
const cook = () => ({ ...caller(90), name: "何阿姨", shopIds: [shopId] });
const dishId = toId("dish", `dsh_${"1".padStart(20, "0")}`);
const left = async () => (await store.stockLeft(campusId, [dishId], "2026-11-22")).get(dishId);
const events = async (orderId: OrderId) =>
  db.sql<{ type: string; payload: Record<string, unknown> }[]>`
    select type, payload from outbox where key = ${orderId} order by (payload->>'version')::int`;
async function paidOrder(): Promise<OrderId> {
  const now = clock.now();
  const orderId = ids.next("order");
  const promise = { earliest: now + 20 * minute, latest: now + 30 * minute };
  const order = anOrder({ campusId, orderId, placedAt: now, payBy: now + 15 * minute, promise });
  await store.place({
    decision: placed(order, student),
    key: orderId,
    fingerprint: "",
    portions: [{ dishId, name: "盖饭", nameEn: "Rice", quantity: 2, dailyStock: 10 }],
    choicePortions: [],
    slotCapacity: null,
    couponIds: [],
    forNewcomers: false,
    day: "2026-11-22",
    traceId,
  });
  const payment = { paymentId: ids.next("payment"), paidAt: now };
  await store.change({ campusId, orderId, traceId }, timers.paymentDecision(payment, now));
  return orderId;
}

describe("an urged order", () => {
  it("keeps the time, tells kitchens and riders, and goes into the story", async () => {
    const orderId = await paidOrder();
    await orders.accept(cook(), orderId);
    clock.advance(3 * minute);
    const answer = await orders.urge(caller(), orderId);
    expect(answer).toMatchObject({
      ok: true,
      value: { reminds: "kitchen", version: 4, nextAt: clock.now() + urgeEvery },
    });
    expect(answer.ok && answer.value.words.zh).toContain("商家 3 分钟前接单");
    expect((await orders.kitchenBoard(cook())).cooking[0]?.urgedAt).toBe(clock.now());
    expect((await orders.riderBoard(caller(80))).available[0]?.urgedAt).toBe(clock.now());
    expect(await orders.get(caller(), orderId)).toMatchObject({
      value: { urgeFrom: clock.now() + urgeEvery, timeline: [{}, {}, {}, { what: "urge" }] },
    });
    expect((await events(orderId)).at(-1)).toMatchObject({
      type: "order.urged",
      payload: { reminds: "kitchen", version: 4 },
    });
  });

  it("was urged once, however many taps came at once", async () => {
    const orderId = await paidOrder();
    const taps = await Promise.all(Array.from({ length: 6 }, () => orders.urge(caller(), orderId)));
    expect(taps.filter((tap) => tap.ok).length).toBe(1);
    expect(taps.filter((tap) => !tap.ok && tap.error.kind === "urgedTooSoon").length).toBe(5);
    clock.advance(urgeEvery);
    expect((await orders.urge(caller(), orderId)).ok).toBe(true);
    const rows = await db.sql`select at from order_urge where campus_id = ${campusId}`;
    expect(rows.count).toBe(2);
  });

  it("does not exist for anybody else", async () => {
    const orderId = await paidOrder();
    expect(await orders.urge(caller(2), orderId)).toMatchObject({ error: { kind: "orderNotFound" } });
    expect(await orders.urge({ ...caller(), campusId: ids.next("campus") }, orderId)).toMatchObject({
      error: { kind: "orderNotFound" },
    });
  });
});

describe("a paid order that no kitchen accepts", () => {
  it("is warned of once, by however many timers, and then refused once with its stock given back", async () => {
    const orderId = await paidOrder();
    const acceptBy = clock.now() + acceptWithin;
    const runs = async () => {
      const changed = await Promise.all([1, 2, 3].map(() => timers.watchAcceptance(traceId)));
      return changed.reduce((sum, n) => sum + n, 0);
    };
    clock.advance(acceptWarning - 1);
    expect(await runs()).toBe(0);
    clock.advance(1);
    expect(await runs()).toBe(1);
    expect((await orders.kitchenBoard(cook())).new[0]?.refusedAt).toBe(acceptBy);
    expect((await events(orderId)).at(-1)).toMatchObject({ type: "order.unaccepted", payload: { acceptBy } });
    expect(await left()).toBe(8);
    clock.advance(acceptWithin - acceptWarning - 1);
    expect(await runs()).toBe(0);
    clock.advance(1);
    expect(await runs()).toBe(1);
    expect(await left()).toBe(10);
    expect(await orders.get(caller(), orderId)).toMatchObject({
      value: { stage: "refused", payment: "refunding", refusal: "商家超时未接单", urgeFrom: null },
    });
    expect((await events(orderId)).map((event) => event.type)).toEqual([
      "order.placed",
      "order.paid",
      "order.unaccepted",
      "order.refused",
    ]);
  });

  it("is not warned of where it is over in the same moment", async () => {
    const orderId = await paidOrder();
    clock.advance(acceptWithin);
    expect(await timers.watchAcceptance(traceId)).toBe(1);
    expect((await events(orderId)).map((event) => event.type)).not.toContain("order.unaccepted");
  });

  it("stays with the kitchen that accepts after the warning", async () => {
    const orderId = await paidOrder();
    clock.advance(acceptWarning);
    await timers.watchAcceptance(traceId);
    expect((await orders.accept(cook(), orderId)).ok).toBe(true);
    clock.advance(acceptWithin);
    expect(await timers.watchAcceptance(traceId)).toBe(0);
    expect((await orders.kitchenBoard(cook())).cooking).toMatchObject([{ orderId, refusedAt: null }]);
  });
});
