import { inTransaction } from "@sanqi/database";
import { createJobDesk, jobMigrations } from "@sanqi/jobs";
import { type Jobs, prepareJobs, startJobs } from "@sanqi/jobs/worker";
import { createIds, manualClock, minute, type OrderId, ok } from "@sanqi/kernel";
import { createLog } from "@sanqi/observability";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase, until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { acceptWarning, acceptWithin, nextDeadline, placed, wakeAt } from "../domain/index.ts";
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
    async meetDeadlines(at, trace) {
      const outcome = await timers.meetDeadlines(at, trace);
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
/** When jobs look at this campus's deadlines, by our clock and by the database's. */
const looks = async () =>
  db.sql<{ at: number; runAt: number }[]>`
    select split_part(key, '/', 3)::bigint as at, (extract(epoch from run_at) * 1000)::bigint as run_at
    from graphile_worker.jobs where key like ${`deadlines/${campusId}/%`} order by 1`;
const times = async () => (await looks()).map(({ at }) => at);
const next = async (orderId: OrderId) => {
  const order = await store.load(campusId, orderId);
  const due = order && nextDeadline(order);
  if (!due) throw new Error("nothing is due");
  return wakeAt(due);
};
const wakeAll = () =>
  db.sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at := now())`;
const fulfilment = async (orderId: OrderId) => (await store.load(campusId, orderId))?.fulfilment;

describe("the deadline of an order", () => {
  it("has a job that is written with what sets the deadline, or not at all", async () => {
    const orderId = await paidOrder();
    const before = await times();
    expect(before).toContain(await next(orderId));
    clock.advance(acceptWarning);
    const warn = (then: () => void) =>
      inTransaction(db.sql, async (tx) => {
        await store.changeIn(tx, { campusId, orderId, traceId }, (order) =>
          ok({
            ...placed(order, student),
            order: { ...order, version: order.version + 1, unacceptedAt: clock.now() },
          }),
        );
        then();
      });
    const dies = () => {
      throw new Error("died");
    };
    await expect(warn(dies)).rejects.toThrow("died");
    expect(await times()).toEqual(before);
    await timers.watchAcceptance(traceId);
    expect(await times()).toEqual([...before, await next(orderId)].sort());
  });

  it("shares it with all that fall due in the same seconds, also where a placing was refused meanwhile", async () => {
    clock.advance(minute);
    const earlier = await times();
    const due = await next((await Promise.all([paidOrder(), paidOrder(), paidOrder()]))[0]);
    const added = (await times()).filter((at) => !earlier.includes(at));
    // The unpaid orders' and the paid ones'.
    expect(added).toHaveLength(2);
    expect(added).toContain(due);
  });

  it("is met when our clock says so, however early the database wakes the job", async () => {
    const orderId = await paidOrder();
    const due = await next(orderId);
    const woken: string[] = [];
    await start(woken);
    await until(() => woken.includes("too early"));
    expect(await fulfilment(orderId)).toBe("placed");
    // It comes back when as much time has passed as our clock lacks.
    await until(async () =>
      (await looks()).some(({ at, runAt }) => at === due && runAt - Date.now() > acceptWarning - minute),
    );
    clock.advance(acceptWithin + minute);
    await wakeAll();
    await until(async () => (await fulfilment(orderId)) === "refused");
    await until(async () => !(await times()).includes(due));
  });

  it("warns first and refuses later", async () => {
    const orderId = await paidOrder();
    clock.advance(acceptWarning + minute);
    await start();
    await until(async () => (await store.load(campusId, orderId))?.unacceptedAt === clock.now());
    clock.advance(acceptWithin - acceptWarning);
    // It came back too early meanwhile, or waits for the database's clock.
    await until(async () => {
      await wakeAll();
      return (await fulfilment(orderId)) === "refused";
    });
  });

  it("is none where the order has moved on", async () => {
    const orderId = await paidOrder();
    const due = await next(orderId);
    const kitchen = { campusId, accountId: someone(90), name: "何阿姨", shopIds: [shopId], traceId };
    expect((await createCommands({ store, clock }).accept(kitchen, orderId)).ok).toBe(true);
    clock.advance(acceptWithin + minute);
    await start();
    await until(async () => !(await times()).includes(due));
    expect(await fulfilment(orderId)).toBe("accepted");
    expect((await createJobDesk(db.sql).failed()).length).toBe(0);
  });
});
