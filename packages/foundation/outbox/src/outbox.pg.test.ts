import { inTransaction } from "@sanqi/database";
import { createIds, manualClock, toId } from "@sanqi/kernel";
import { type TestDatabase, testDatabase, until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { maxAttempts } from "./dispatch.ts";
import {
  appendEvents,
  type Consumer,
  createEventDesk,
  forgetHandled,
  localConsumer,
  outboxMigrations,
  outsideConsumer,
  PoisonEvent,
  type Pump,
  startPump,
} from "./index.ts";

const campusId = toId("campus", "cmp_00000000000000000001");
const clock = manualClock(1_000_000);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([
    ...outboxMigrations,
    { module: "test", name: "0001-effect", sql: "create table effect (event_id text, n int)" },
  ]);
});
afterAll(() => db.drop());

const write = (key: string, count: number) =>
  inTransaction(db.sql, (tx) =>
    appendEvents(
      tx,
      Array.from({ length: count }, (_, n) => ({
        campusId,
        eventId: ids.next("event"),
        type: "t",
        key,
        payload: { n },
        traceId: "x",
        occurredAt: clock.now(),
      })),
    ),
  );
const pump = (consumers: Consumer[], failures: string[] = []): Pump =>
  startPump({
    sql: db.sql,
    consumers,
    clock,
    pollMs: 20,
    onFailure: (f) => failures.push(String(f.parked)),
    onTrouble: (e) => failures.push(String(e)),
  });

describe("outbox", () => {
  it("lays into the inbox of one host's consumer that host's events only", async () => {
    const seen: string[] = [];
    const consumer = outsideConsumer<{ host: string }>({
      name: "only-weapp",
      on: ["told"],
      onlyHost: "weapp",
      handle: async ({ payload }) => void seen.push(payload.host),
    });
    const running = pump([consumer]);
    await running.idle();
    await inTransaction(db.sql, (tx) =>
      appendEvents(
        tx,
        ["weapp", "alipay", "weapp", "dd"].map((host) => ({
          ...{ campusId, eventId: ids.next("event"), type: "told", key: host, payload: { host } },
          ...{ traceId: "x", occurredAt: clock.now() },
        })),
      ),
    );
    await running.idle();
    await running.stop();
    expect(seen).toEqual(["weapp", "weapp"]);
    const laid = await db.sql`select count(*)::int as n from inbox where consumer = 'only-weapp'`;
    expect(laid).toMatchObject([{ n: 2 }]);
  });

  it("hands each event once to each consumer and keeps the order of a key", async () => {
    const seen: number[] = [];
    const consumer = localConsumer<{ n: number }>({
      name: "ordered",
      on: ["t"],
      async handle(event, tx) {
        seen.push(event.payload.n);
        await tx`insert into effect values (${event.eventId}, ${event.payload.n})`;
      },
    });
    await write("k1", 30);
    // Two pumps stand for two processes.
    const pumps = [pump([consumer]), pump([consumer])];
    await Promise.all(pumps.map((p) => p.idle()));
    await until(
      () => seen.length,
      (n) => n >= 30,
    );
    await Promise.all(pumps.map((p) => p.stop()));
    expect(seen).toEqual(Array.from({ length: 30 }, (_, n) => n));
    const [row] = await db.sql<{ n: number }[]>`select count(*)::int as n from effect`;
    expect(row?.n).toBe(30);
  });

  it("rolls a local effect back with its failure, retries, then parks; the desk shows and replays it", async () => {
    const failures: string[] = [];
    let broken = true;
    const consumer = localConsumer({
      name: "failing",
      on: ["t2"],
      async handle(event, tx) {
        await tx`insert into effect values (${event.eventId}, -1)`;
        if (broken) throw new Error("not today");
      },
    });
    await inTransaction(db.sql, (tx) =>
      appendEvents(tx, [
        {
          campusId,
          eventId: ids.next("event"),
          type: "t2",
          key: "k2",
          payload: {},
          traceId: "tr",
          occurredAt: clock.now(),
        },
      ]),
    );
    const p = pump([consumer], failures);
    await until(
      () => {
        clock.advance(200_000);
        p.wake();
        return failures.length;
      },
      (n) => n >= maxAttempts,
    );
    const desk = createEventDesk(db.sql, clock);
    const [failed] = await until(
      () => desk.failed(campusId),
      (f) => f.length === 1,
    );
    expect(failed).toMatchObject({ consumer: "failing", error: "not today", traceId: "tr" });
    expect((await db.sql`select 1 from effect where n = -1`).count).toBe(0);
    broken = false;
    expect(await desk.replay(campusId, { consumer: "failing", eventId: failed?.eventId ?? "" })).toBe(true);
    await p.idle();
    expect((await db.sql`select 1 from effect where n = -1`).count).toBe(1);
    expect(await desk.replay(campusId, { consumer: "failing", eventId: failed?.eventId ?? "" })).toBe(false);
    await p.stop();
  });

  it("forgets what everybody has handled, and nothing else", async () => {
    const before = (await db.sql`select 1 from outbox`).count;
    const unhandled = (
      await db.sql`select 1 from outbox o where not published or exists (
      select 1 from inbox i where i.campus_id = o.campus_id and i.event_id = o.event_id and i.state <> 'done')`
    ).count;
    expect(await forgetHandled(db.sql, clock.now() + 1)).toBe(before - unhandled);
    expect((await db.sql`select 1 from outbox`).count).toBe(unhandled);
    expect((await db.sql`select 1 from inbox where state = 'done'`).count).toBe(0);
  });

  it("parks poison at once and lets later events of the key pass", async () => {
    const seen: string[] = [];
    const consumer = outsideConsumer<{ n: number }>({
      name: "poisoned",
      on: ["t3"],
      async handle(event) {
        if (event.payload.n === 0) throw new PoisonEvent("never");
        seen.push(event.eventId);
      },
    });
    await inTransaction(db.sql, (tx) =>
      appendEvents(
        tx,
        [0, 1].map((n) => ({
          campusId,
          eventId: ids.next("event"),
          type: "t3",
          key: "k3",
          payload: { n },
          traceId: "x",
          occurredAt: clock.now(),
        })),
      ),
    );
    const p = pump([consumer]);
    await until(
      () => seen.length,
      (n) => n === 1,
    );
    await p.stop();
    const failed = await createEventDesk(db.sql, clock).failed(campusId);
    expect(failed.map((f) => f.consumer)).toContain("poisoned");
  });
});
