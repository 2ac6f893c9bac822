import { err, manualClock, minute, type Point, type ShopId, second, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RiderPosition } from "../domain/index.ts";
import {
  createDeliveryUseCases,
  createPromises,
  createRehearsalRelay,
  type NumberRelay,
} from "../use-cases/index.ts";
import { createDeliveryStore, deliveryMigrations } from "./index.ts";

const noon = 1_795_406_400_000;
const clock = manualClock(noon);
const padded = (n: number) => String(n).padStart(20, "0");
const campusId = toId("campus", `cmp_${padded(1)}`);
const orderId = toId("order", `ord_${padded(1)}`);
const unknownOrder = toId("order", `ord_${padded(9)}`);
const student = toId("account", `acc_${padded(1)}`);
const shop: Point = [121, 31];
const door: Point = [121.005, 31];
let riders = 10;
let rider = toId("account", `acc_${padded(riders)}`);
beforeEach(() => {
  clock.set(noon);
  rider = toId("account", `acc_${padded(++riders)}`);
});

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...deliveryMigrations]);
});
afterAll(() => db.drop());

function world(order: { onTheWay?: boolean; running?: boolean; paths?: boolean; relay?: NumberRelay } = {}) {
  const published: RiderPosition[] = [];
  const delivery = createDeliveryUseCases({
    store: createDeliveryStore(db.sql),
    clock,
    places: {
      of: async (_, id) =>
        id === unknownOrder
          ? null
          : { shopPoint: shop, placePoint: door, riderId: rider, onTheWay: order.onTheWay ?? true },
    },
    parties: {
      of: async (_, id, caller) =>
        id === unknownOrder
          ? null
          : { running: order.running ?? true, callee: caller === student ? rider : student },
    },
    walks: {
      walk: async () =>
        order.paths === false ? null : { metres: 600, path: [shop, [121.002, 31.001], door] },
    },
    feed: { publish: (_, __, position) => published.push(position) },
    relay: order.relay ?? createRehearsalRelay("02100000000"),
  });
  return { delivery, published };
}
const seen = (seconds: number, metres: number): RiderPosition => ({
  point: [121, 31 + metres / 111_195],
  at: noon + seconds * second,
});

describe("rider positions", () => {
  it("keep the newest credible one and tell the viewers", async () => {
    const { delivery, published } = world();
    const report = (...positions: RiderPosition[]) =>
      delivery.report({ campusId, riderId: rider, positions });
    expect(await report(seen(-10, 0), seen(-5, 2_000), seen(0, 20))).toEqual({ kept: 2 });
    expect(await report(seen(-3, 10))).toEqual({ kept: 0 });
    expect(await report(seen(500, 10))).toEqual({ kept: 0 });
    expect(published).toEqual([seen(0, 20)]);
    expect(await delivery.route(campusId, orderId)).toMatchObject({
      value: { rider: seen(0, 20), metres: 600 },
    });
  });
  it("keep the newest even when two reports come at once", async () => {
    const { delivery } = world();
    const order = [3, 9, 1, 7, 5, 2, 8];
    await Promise.all(
      order.map((s) => delivery.report({ campusId, riderId: rider, positions: [seen(s, s)] })),
    );
    const route = await delivery.route(campusId, orderId);
    expect(route.ok && route.value.rider).toEqual(seen(9, 9));
  });
  it("are shown only while the rider goes for the order, and only while fresh", async () => {
    await world().delivery.report({ campusId, riderId: rider, positions: [seen(0, 0)] });
    expect(await world({ onTheWay: false }).delivery.route(campusId, orderId)).toMatchObject({
      value: { rider: null },
    });
    clock.advance(11 * minute);
    expect(await world().delivery.route(campusId, orderId)).toMatchObject({ value: { rider: null } });
  });
});

describe("route", () => {
  it("is a straight line where no path is known, and nothing for an unknown order", async () => {
    const { delivery } = world({ paths: false });
    expect(await delivery.route(campusId, orderId)).toMatchObject({
      value: { path: [shop, door], metres: 477 },
    });
    expect(await delivery.route(campusId, unknownOrder)).toEqual(err({ kind: "orderNotFound" }));
  });
});

describe("calls", () => {
  const call = (delivery: ReturnType<typeof world>["delivery"], caller = student) =>
    delivery.call({ campusId, orderId, caller });
  it("use one number per order and caller until it runs out", async () => {
    const { delivery } = world();
    const first = await call(delivery);
    expect(first).toEqual({ ok: true, value: { number: "02100000000,1000", until: noon + 30 * minute } });
    expect(await call(delivery)).toEqual(first);
    expect(await call(delivery, rider)).toMatchObject({ value: { number: "02100000000,1001" } });
    clock.advance(30 * minute);
    expect(await call(delivery)).toMatchObject({ value: { until: noon + 60 * minute } });
  });
  it("end with the order", async () => {
    const { delivery } = world();
    await call(delivery);
    await delivery.endCalls(campusId, orderId);
    await delivery.endCalls(campusId, orderId);
    expect((await db.sql`select 1 from call_binding where order_id = ${orderId}`).count).toBe(0);
    expect(await call(world({ running: false }).delivery)).toEqual(err({ kind: "callClosed" }));
    expect(await delivery.call({ campusId, orderId: unknownOrder, caller: student })).toEqual(
      err({ kind: "orderNotFound" }),
    );
  });
  it("keep nothing when the relay fails", async () => {
    const broken = { bind: async () => err({ kind: "relayUnavailable" as const }), unbind: async () => {} };
    expect(await call(world({ relay: broken }).delivery)).toEqual(err({ kind: "relayUnavailable" }));
    expect((await db.sql`select 1 from call_binding where order_id = ${orderId}`).count).toBe(0);
  });
});

describe("promises", () => {
  it("count the queue of each kitchen", async () => {
    const [busy, idle] = [toId("shop", `shp_${padded(1)}`), toId("shop", `shp_${padded(2)}`)];
    const asked: (readonly ShopId[])[] = [];
    const promises = createPromises({
      clock,
      queues: {
        waiting: async (_, shopIds) => {
          asked.push(shopIds);
          return new Map([[busy, 10]]);
        },
      },
    });
    const request = { prepMinutes: 10, walkMetres: 0 };
    const answer = await promises.forShops(campusId, [
      { shopId: busy, ...request },
      { shopId: idle, ...request },
    ]);
    expect(answer.get(busy)?.earliest).toBe(noon + 30 * minute);
    expect(answer.get(idle)?.earliest).toBe(noon + 10 * minute);
    expect(asked).toEqual([[busy, idle]]);
  });
});
