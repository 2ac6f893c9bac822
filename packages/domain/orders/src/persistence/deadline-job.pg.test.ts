import { inTransaction } from "@sanqi/database";
import { createJobDesk, jobMigrations } from "@sanqi/jobs";
import { type Jobs, prepareJobs, startJobs } from "@sanqi/jobs/worker";
import { createIds, manualClock, minute, type OrderId, ok } from "@sanqi/kernel";
import { createLog } from "@sanqi/observability";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase, until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { acceptWarning, acceptWithin, nextDeadline, placed } from "../domain/index.ts";
import { anOrder, shopId, someone, student } from "../domain/order-for-tests.ts";
import { createCommands } from "../use-cases/commands.ts";
import { createDeadlineTask } from "../use-cases/deadline-task.ts";
import { createSystemCommands } from "../use-cases/system-commands.ts";
import { createOrderStore, orderMigrations } from "./index.ts";

// The database's clock wakes a job, ours decides: it starts an hour behind, so all that is due is due for the database.
const clock = manualClock(Date.now() - 60 * minute);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
const campusId = ids.next("campus");
let db: TestDatabase;
let store: ReturnType<typeof createOrderStore>;
let timers: ReturnType<typeof createSystemCommands>;
let jobs: Jobs | null = null;
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...jobMigrations, ...orderMigrations], prepareJobs);
  store = createOrderStore(db.sql, ids, () => {});
  timers = createSystemCommands({ store, clock });
});
afterEach(async () => {
  await jobs?.stop();
  jobs = null;
});
afterAll(() => db?.drop());

const traceId = "trace";
const start = async (woken: string[] = []) => {
  const task = createDeadlineTask({
    async meetDeadline(order, trace) {
      const outcome = await timers.meetDeadline(order, trace);
      woken.push(outcome ? "too early" : "met");
      return outcome;
    },
  });
  jobs = await startJobs({
    ...{ databaseUrl: db.url, sql: db.sql, tasks: [task], recurring: [], pollMs: 20 },
    ...{ log: createLog({ name: "test", write: () => {} }), onFailure: () => {} },
  });
};
async function paidOrder(): Promise<OrderId> {
  const now = clock.now();
  const orderId = ids.next("order");
  const order = anOrder({ campusId, orderId, placedAt: now, payBy: now + 15 * minute });
  await store.place({
    ...{ decision: placed(order, student), key: orderId, fingerprint: "", portions: [], choicePortions: [] },
    ...{ slotCapacity: null, couponIds: [], forNewcomers: false, day: "2026-11-22", traceId },
  });
  const payment = { paymentId: ids.next("payment"), paidAt: now };
  await store.change({ campusId, orderId, traceId }, timers.paymentDecision(payment, now));
  return orderId;
}
const jobOf = async (orderId: OrderId) =>
  db.sql<{ at: number }[]>`select (extract(epoch from run_at) * 1000)::bigint as at from graphile_worker.jobs
    where key = ${`order/${campusId}/${orderId}`}`;
const fulfilment = async (orderId: OrderId) => (await store.load(campusId, orderId))?.fulfilment;

describe("the deadline of an order", () => {
  it("is one job, which moves with the change that moves the deadline, or stays with one that fails", async () => {
    const orderId = await paidOrder();
    const acceptBy = clock.now() + acceptWithin;
    expect(await jobOf(orderId)).toEqual([{ at: acceptBy - acceptWarning }]);
    clock.advance(acceptWarning);
    const warned = inTransaction(db.sql, async (tx) => {
      await store.changeIn(tx, { campusId, orderId, traceId }, (order) =>
        ok({
          ...placed(order, student),
          order: { ...order, version: order.version + 1, unacceptedAt: clock.now() },
        }),
      );
      throw new Error("died");
    });
    await expect(warned).rejects.toThrow("died");
    expect(await jobOf(orderId)).toEqual([{ at: acceptBy - acceptWarning }]);
    await timers.watchAcceptance(traceId);
    expect(await jobOf(orderId)).toEqual([{ at: acceptBy }]);
  });

  it("is met when our clock says so, however early the database wakes the job", async () => {
    const orderId = await paidOrder();
    const woken: string[] = [];
    await start(woken);
    await until(() => woken.includes("too early"));
    expect(await fulfilment(orderId)).toBe("placed");
    await until(async () => ((await jobOf(orderId))[0]?.at ?? 0) - Date.now() > acceptWarning - minute);
    clock.advance(acceptWithin);
    await db.sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at := now())`;
    await until(async () => (await fulfilment(orderId)) === "refused");
    await until(async () => (await jobOf(orderId)).length === 0);
  });

  it("warns first and refuses later by the same job", async () => {
    const orderId = await paidOrder();
    clock.advance(acceptWarning);
    await start();
    await until(async () => (await store.load(campusId, orderId))?.unacceptedAt === clock.now());
    clock.advance(acceptWithin - acceptWarning);
    // It came back too early meanwhile, or waits for the database's clock.
    await until(async () => {
      await db.sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at := now())`;
      return (await fulfilment(orderId)) === "refused";
    });
  });

  it("is forgotten where the order has moved on", async () => {
    const orderId = await paidOrder();
    const kitchen = { campusId, accountId: someone(90), name: "何阿姨", shopIds: [shopId], traceId };
    expect((await createCommands({ store, clock }).accept(kitchen, orderId)).ok).toBe(true);
    clock.advance(acceptWithin);
    await start();
    await until(async () => (await jobOf(orderId)).length === 0);
    expect(await fulfilment(orderId)).toBe("accepted");
    const order = await store.load(campusId, orderId);
    expect(order && nextDeadline(order)).toBe(null);
    expect((await createJobDesk(db.sql).failed()).length).toBe(0);
  });
});
