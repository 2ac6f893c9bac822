import { inTransaction } from "@sanqi/database";
import { createIds, manualClock, minute, second, toId } from "@sanqi/kernel";
import { createGuard } from "@sanqi/resilience";
import { type TestDatabase, testDatabase, until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { maxAttempts } from "./dispatch.ts";
import {
  appendEvents,
  type Consumer,
  createEventDesk,
  NotNow,
  outboxMigrations,
  outsideConsumer,
  startPump,
} from "./index.ts";

const campusId = toId("campus", "cmp_00000000000000000001");
const rules = {
  ...{ windowMs: minute, minCalls: 3, failureShare: 0.5 },
  ...{ slowMs: 500, restMs: 10 * second, goodProbes: 1 },
};
const clock = manualClock(1_000_000);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(outboxMigrations);
});
afterAll(() => db.drop());

const write = (type: string, keys: readonly string[]) =>
  inTransaction(db.sql, (tx) =>
    appendEvents(
      tx,
      keys.map((key, n) => ({
        ...{ campusId, eventId: ids.next("event"), type, key },
        ...{ payload: { name: `${key}${n}` }, traceId: "x", occurredAt: clock.now() },
      })),
    ),
  );

/** A host behind a guard, and the consumer that rings there. What time it is for the guard moves with the clock. */
function host(name: string, type: string) {
  const guard = createGuard({ name, rules, clock, stopwatch: clock.now });
  const at = { up: true, tried: 0, arrived: [] as string[] };
  const consumer = outsideConsumer<{ name: string }>({
    name: `ring-${name}`,
    group: name,
    on: [type],
    turn: guard.turn,
    async handle({ payload }) {
      await guard
        .run(async () => {
          at.tried += 1;
          if (!at.up) throw new Error("down");
          at.arrived.push(payload.name);
        })
        .catch((error: Error) => {
          throw new NotNow(`${name}: ${error.message}`, second);
        });
    },
  });
  return { at, consumer, guard };
}
const pumpOf = (consumers: Consumer[], failures: unknown[] = []) =>
  startPump({
    ...{ sql: db.sql, consumers, clock, pollMs: 10 },
    onFailure: ({ error }) => failures.push(error),
    onTrouble: (error) => failures.push(error),
  });
const rows = (consumer: string) =>
  db.sql<{ state: string; attempts: number; heldSince: number | null; error: string | null }[]>`
    select state, attempts, held_since, error from inbox where consumer = ${consumer} order by position`;

describe("events for a host that is down", () => {
  it("wait their turn uncounted, delay nobody else, and arrive in order once it is up", async () => {
    const [a, b] = [host("a", "news"), host("b", "news")];
    a.at.up = false;
    const failures: unknown[] = [];
    await write("news", ["k", "l", "k", "m", "k", "n"]);
    const running = pumpOf([a.consumer, b.consumer], failures);
    await until(() => b.at.arrived.length === 6);
    await until(() => {
      clock.advance(second);
      running.wake();
      return a.guard.health().state === "open";
    });
    // Longer than all tries of an event that fails would last.
    for (let turn = 0; turn < 3 * maxAttempts; turn += 1) {
      clock.advance(rules.restMs);
      await running.idle();
    }
    const held = await rows("ring-a");
    expect(held.map(({ state, attempts }) => ({ state, attempts }))).toEqual(
      Array(6).fill({ state: "waiting", attempts: 0 }),
    );
    expect(held.every(({ heldSince, error }) => heldSince !== null && error !== null)).toBe(true);
    const desk = createEventDesk(db.sql, clock, []);
    const [lagOfA] = await desk.lag(campusId);
    expect(lagOfA).toMatchObject({ consumer: "ring-a", waiting: 6, parked: 0, held: 6 });
    expect(lagOfA?.heldReason).toContain("a");
    expect((await desk.ofKey(campusId, "m"))[0]?.deliveries).toMatchObject([
      { consumer: "ring-a", state: "waiting", heldSince: expect.any(Number) },
      { consumer: "ring-b", state: "done", reason: null, heldSince: null },
    ]);

    a.at.up = true;
    clock.advance(rules.restMs);
    await until(() => a.at.arrived.length === 6);
    await running.idle();
    await running.stop();
    expect(a.at.arrived.filter((name) => name.startsWith("k"))).toEqual(["k0", "k2", "k4"]);
    expect(b.at.arrived.filter((name) => name.startsWith("k"))).toEqual(["k0", "k2", "k4"]);
    expect((await rows("ring-a")).map(({ state, heldSince }) => [state, heldSince])).toEqual(
      Array(6).fill(["done", null]),
    );
    expect(failures).toEqual([]);
  });

  it("are not tried during the rest, and by one after it", async () => {
    const { at, consumer, guard } = host("c", "calls");
    at.up = false;
    const keys = Array.from({ length: 40 }, (_, n) => `key${n}-`);
    await write("calls", keys);
    const running = pumpOf([consumer]);
    await until(() => guard.health().state === "open");
    await running.idle();
    const before = at.tried;
    for (let turn = 1; turn <= 5; turn += 1) {
      clock.advance(rules.restMs - 1);
      await running.idle();
      expect(at.tried).toBe(before + turn - 1);
      clock.advance(1);
      await running.idle();
      expect(at.tried).toBe(before + turn);
    }
    await running.stop();
  });

  it("are handled by another process that reaches it", async () => {
    const [shut, open] = [host("d", "shared"), host("d", "shared")];
    shut.at.up = false;
    await write("shared", ["p", "q", "r", "s"]);
    const first = pumpOf([shut.consumer]);
    await until(() => shut.guard.health().state === "open");
    const other = pumpOf([open.consumer]);
    clock.advance(rules.restMs);
    await until(() => {
      clock.advance(rules.restMs);
      return open.at.arrived.length + shut.at.arrived.length === 4;
    });
    await Promise.all([first.stop(), other.stop()]);
    expect(open.at.arrived).toHaveLength(4);
  });

  it("count as waiting their turn no longer once something else is wrong", async () => {
    let problem: Error = new NotNow("not today", second);
    const consumer = outsideConsumer({
      name: "ring-e",
      on: ["mixed"],
      handle: () => Promise.reject(problem),
    });
    await write("mixed", ["k"]);
    const failures: unknown[] = [];
    const running = pumpOf([consumer], failures);
    const held = async () => (await rows("ring-e"))[0];
    await until(async () => typeof (await held())?.heldSince === "number");
    expect(await held()).toMatchObject({ attempts: 0, error: "not today", heldSince: clock.now() });
    problem = new Error("a bug");
    clock.advance(second);
    await until(async () => (await held())?.error === "a bug");
    await running.stop();
    expect(await held()).toMatchObject({ state: "waiting", attempts: 1, heldSince: null });
    expect(failures).toEqual([problem]);
  });
});
