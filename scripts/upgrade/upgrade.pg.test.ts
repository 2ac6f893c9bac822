import { inTransaction, migrate } from "@sanqi/database";
import { prepareJobs } from "@sanqi/jobs/worker";
import { type CampusId, createIds, manualClock, type OrderId, toId } from "@sanqi/kernel";
import { createLog, createMetrics } from "@sanqi/observability";
import { createOrderStore } from "@sanqi/orders/persistence";
import { createSystemCommands } from "@sanqi/orders/use-cases";
import type { Event } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { composeLedger } from "../../apps/bff/src/composition-root/ledger.ts";
import { migrations } from "../../apps/bff/src/composition-root/migrations.ts";
import { markOrderRefunded } from "../../apps/bff/src/consumers/mark-order-refunded-on-payment-refunded.ts";
import { checkBooks } from "../doctor/books.ts";
import { firstRelease, loadRows, replayCalls } from "./first-release.ts";

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase(firstRelease(migrations), prepareJobs);
  await loadRows(db.sql);
});
afterEach(() => db?.drop());

const clock = manualClock(Date.UTC(2026, 11, 1));
const ids = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes));
/** The ledger begins with this release: what was paid before is posted by the timer that every process runs. */
async function postOlderOrders(): Promise<void> {
  const log = createLog({ name: "test", level: "error", write: () => {} });
  const { ledger } = composeLedger({ sql: db.sql, ids, clock, log, metrics: createMetrics() });
  const [campus] = await db.sql<{ campusId: CampusId }[]>`select campus_id from campus`;
  if (campus) await ledger.work.postMissing(campus.campusId, "t");
}

const wrong = async () => (await checkBooks(db.sql)).filter((finding) => finding.mark === "wrong");
const states = () =>
  db.sql<{ state: string; n: number }[]>`
    select fulfilment || ' ' || payment as state, count(*)::int as n from orders group by 1 order by 1`;
/** One noon per person: two delivered, one cancelled and refunded, one paid, one unpaid, one called off; and one of the past. */
const noon = (people: number) => [
  { state: "cancelled closed", n: people },
  { state: "cancelled refunded", n: people },
  { state: "completed paid", n: people + 1 },
  { state: "delivered paid", n: people },
  { state: "placed paid", n: people },
  { state: "placed unpaid", n: people },
];

describe("a database of the first release", () => {
  it("becomes today's with all that is in it, and its books agree", async () => {
    expect([...(await states())]).toEqual(noon(2));
    const before = await db.sql<{ fen: number }[]>`select sum(total_fen)::bigint as fen from orders`;
    const applied = await migrate(db.sql, migrations);
    expect(applied.length).toBeGreaterThan(5);
    await postOlderOrders();
    expect(await wrong()).toEqual([]);
    expect(await db.sql`select sum(total_fen)::bigint as fen from orders`).toEqual(before);
    const refunds =
      await db.sql`select state, refunded_fen = amount_fen as whole from payment where refunded_fen > 0`;
    expect([...refunds]).toEqual(Array(2).fill({ state: "refunded", whole: true }));
    const unsure = await db.sql`select conname from pg_constraint where not convalidated`;
    expect([...unsure]).toEqual([]);
  });

  it("goes on serving processes of the first release once it is today's", async () => {
    await migrate(db.sql, migrations);
    expect(await replayCalls(db.sql)).toBeGreaterThan(300);
    expect([...(await states())]).toEqual(noon(4));
    await postOlderOrders();
    expect(await wrong()).toEqual([]);
  });

  it("is upgraded while the first release writes into it", async () => {
    const [applied] = await Promise.all([migrate(db.sql, migrations), replayCalls(db.sql)]);
    expect(applied.length).toBeGreaterThan(5);
    expect([...(await states())]).toEqual(noon(4));
    await postOlderOrders();
    expect(await wrong()).toEqual([]);
  });

  it("lets today's code go on with orders that it began", async () => {
    await migrate(db.sql, migrations);
    const store = createOrderStore(db.sql, ids, () => {});
    const timers = createSystemCommands({ store, clock });
    const [paid] = await db.sql<{ campusId: string; orderId: OrderId }[]>`
      select campus_id, order_id from orders where fulfilment = 'placed' and payment = 'paid' limit 1`;
    const campusId = toId("campus", paid?.campusId ?? "");
    expect(await store.load(campusId, paid?.orderId ?? ids.next("order"))).toMatchObject({
      handover: "delivery",
      slot: null,
      byPhone: false,
      discounts: [],
      refunds: [],
      afterSale: null,
      amounts: { discountFen: 0 },
    });
    expect(await timers.expireOverdue("t")).toBe(2);
    expect(await timers.watchAcceptance("t")).toBe(2);
    expect(await timers.completeDelivered("t")).toBe(2);
  });

  it("has events of the first release that today's consumers still understand", async () => {
    await migrate(db.sql, migrations);
    // As if the refund had been settled, and its event not been handled, when the processes were replaced.
    await db.sql`update orders set payment = 'refunding' where payment = 'refunded'`;
    const store = createOrderStore(db.sql, ids, () => {});
    const consumer = markOrderRefunded(store, createSystemCommands({ store, clock }), clock);
    const events = await db.sql<Event[]>`select * from outbox where type = 'payment.refunded'`;
    expect(events.length).toBe(2);
    for (const event of events) await inTransaction(db.sql, (tx) => consumer.handle(event as never, tx));
    expect([...(await states())]).toEqual(noon(2));
  });

  it("waits for whoever reads a table instead of standing in everybody's way", async () => {
    const reader = await db.sql.reserve();
    await reader`begin`;
    await reader`select count(*) from orders`;
    const upgrade = migrate(db.sql, migrations);
    // Others pass while the change gives way to the reader.
    for (let n = 0; n < 20; n += 1) await db.sql`select count(*) from orders`;
    await reader`commit`;
    reader.release();
    expect((await upgrade).length).toBeGreaterThan(5);
  });
});
