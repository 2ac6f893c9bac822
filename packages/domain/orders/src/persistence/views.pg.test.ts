import { createIds, manualClock, type OrderId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOrder, shopId, someone } from "../domain/order-for-tests.ts";
import { readViews } from "../use-cases/kept-views.ts";
import { createReviews } from "../use-cases/reviews.ts";
import { createOrderStore, orderMigrations } from "./index.ts";
import { toRow } from "./order-row.ts";

const clock = manualClock(Date.UTC(2026, 10, 22, 3));
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
const campusId = ids.next("campus");
const pictures = { claim: async () => true, link: () => "/p" };
const lin = { campusId, accountId: someone(1), name: "林", traceId: "t1" };
const cook = { campusId, accountId: someone(7), name: "何阿姨", traceId: "t2", shopIds: [shopId] };
let db: TestDatabase;
let store: ReturnType<typeof createOrderStore>;
let reviews: ReturnType<typeof createReviews>;

beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...orderMigrations]);
  store = createOrderStore(db.sql, ids, () => {});
  reviews = createReviews({ store, clock });
});
afterAll(() => db?.drop());

async function delivered(fulfilment: "delivered" | "completed" = "delivered"): Promise<OrderId> {
  const order = {
    ...anOrder({ campusId, orderId: ids.next("order"), accountId: lin.accountId }),
    ...{ fulfilment, payment: "paid" as const },
  };
  const key = { day: "2026-11-22", idempotencyKey: order.orderId, fingerprint: "" };
  const at = { deliveredAt: clock.now() };
  await db.sql`insert into orders ${db.sql({ ...toRow(order), ...key, ...at })}`;
  return order.orderId;
}
const read = async (orderId: OrderId) =>
  (await readViews({ store, clock, pictures })(campusId, [orderId])).get(orderId);
const versionOf = async (orderId: OrderId) => (await read(orderId))?.view.version ?? 0;
const eventsOf = async (orderId: OrderId) =>
  (
    await db.sql<{ type: string; version: number }[]>`
      select type, (payload ->> 'version')::int as version from outbox where key = ${orderId} order by position`
  ).map(({ type, version }) => `${type} ${version}`);

describe("views of orders", () => {
  it("come together, in one look-up; what does not exist is left out", async () => {
    const [a, b, missing] = [await delivered(), await delivered(), ids.next("order")];
    const found = await readViews({ store, clock, pictures })(campusId, [a, missing, b]);
    expect([...found.keys()].sort()).toEqual([a, b].sort());
    expect(found.get(a)).toMatchObject({
      accountId: lin.accountId,
      riderId: null,
      validUntil: clock.now() + 48 * 3_600_000,
      view: { orderId: a, version: 1, rating: null, timeline: [], can: { complain: true } },
    });
  });

  it("have a new version, and an event that tells it, for all that is said about an order", async () => {
    const orderId = await delivered();
    const rated = await reviews.rate(lin, { orderId, stars: 5, comment: "好吃" });
    expect(rated).toMatchObject({ ok: true, value: { version: 3 } });
    expect(await read(orderId)).toMatchObject({
      view: { version: 3, fulfilment: "completed", rating: { stars: 5 } },
    });
    await reviews.answerReview(cook, { orderId, words: "谢谢" });
    expect(await read(orderId)).toMatchObject({ view: { version: 4, rating: { answer: "谢谢" } } });
    await reviews.hideReview(lin, { orderId, reason: "广告" });
    expect(await read(orderId)).toMatchObject({ view: { version: 5, rating: { hidden: "广告" } } });
    await reviews.hideReview(lin, { orderId, reason: null });
    const last = await read(orderId);
    expect(last).toMatchObject({ view: { version: 6, rating: { hidden: null } } });
    expect(last?.view.timeline.map(({ what }) => what)).toEqual([
      "rate",
      "complete",
      "answerReview",
      "hideReview",
      "showReview",
    ]);
    expect(await eventsOf(orderId)).toEqual([
      "order.rated 2",
      "order.completed 3",
      "order.reviewAnswered 4",
      "order.reviewHidden 5",
      "order.reviewShown 6",
    ]);
  });

  it("move only once where the order is over already", async () => {
    const orderId = await delivered("completed");
    expect(await reviews.rate(lin, { orderId, stars: 4, comment: "" })).toMatchObject({
      value: { version: 2 },
    });
    expect(await versionOf(orderId)).toBe(2);
  });

  it("do not move by what is refused", async () => {
    const orderId = await delivered();
    const stranger = { ...lin, accountId: someone(2) };
    const elsewhere = { ...cook, shopIds: [] };
    const kindOf = (result: { ok: boolean; error?: { kind: string } }) => result.error?.kind ?? "ok";
    expect(kindOf(await reviews.rate(stranger, { orderId, stars: 1, comment: "" }))).toBe("orderNotFound");
    expect(kindOf(await reviews.answerReview(cook, { orderId, words: "?" }))).toBe("reviewNotFound");
    const both = [1, 2].map((stars) => reviews.rate(lin, { orderId, stars, comment: "" }));
    expect((await Promise.all(both)).map(kindOf).sort()).toEqual(["alreadyRated", "ok"]);
    expect(kindOf(await reviews.answerReview(elsewhere, { orderId, words: "?" }))).toBe("reviewNotFound");
    const missing = { orderId: ids.next("order"), reason: null };
    expect(kindOf(await reviews.hideReview(lin, missing))).toBe("reviewNotFound");
    expect(await versionOf(orderId)).toBe(3);
    expect(await eventsOf(orderId)).toHaveLength(2);
  });
});
