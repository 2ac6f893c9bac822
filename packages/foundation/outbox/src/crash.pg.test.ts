import { inTransaction } from "@sanqi/database";
import { createIds, manualClock, toId } from "@sanqi/kernel";
import { type TestDatabase, testDatabase, until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  appendEvents,
  type Consumer,
  localConsumer,
  outboxMigrations,
  outsideConsumer,
  startPump,
} from "./index.ts";

const campusId = toId("campus", "cmp_00000000000000000001");
const clock = manualClock(1_000_000);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(outboxMigrations);
});
afterAll(() => db.drop());

const write = async (type: string, key = "k") => {
  const eventId = ids.next("event");
  const event = { campusId, eventId, type, key, payload: {}, traceId: "x", occurredAt: clock.now() };
  await inTransaction(db.sql, (tx) => appendEvents(tx, [event]));
  return eventId;
};
const pump = (consumer: Consumer, failures: unknown[] = []) =>
  startPump({
    sql: db.sql,
    consumers: [consumer],
    clock,
    pollMs: 20,
    onFailure: (f) => failures.push(f.error),
    onTrouble: (e) => failures.push(e),
  });

describe("a crash between the effect and its record", () => {
  it("brings the same event to an outside consumer again, so its effect must carry the event's own key", async () => {
    const effects: string[] = [];
    const failures: unknown[] = [];
    const consumer = outsideConsumer({
      name: "outside",
      on: ["outside"],
      async handle(event) {
        effects.push(event.eventId);
        if (effects.length === 1) throw new Error("died after the effect");
      },
    });
    const eventId = await write("outside");
    const running = pump(consumer, failures);
    await until(() => {
      clock.advance(1_000);
      return effects.length === 2;
    });
    await running.idle();
    await running.stop();
    expect(effects).toEqual([eventId, eventId]);
    expect(failures).toHaveLength(1);
  });

  it("of a process that never comes back lets another one take the event once the lease is over", async () => {
    const seen: string[] = [];
    const consumer = localConsumer({
      name: "local",
      on: ["local"],
      handle: async (e) => void seen.push(e.eventId),
    });
    const eventId = await write("local");
    // A process took it and died: attempts counted, lease running, nothing done.
    const first = pump({ ...consumer, name: "nobody" });
    await first.stop();
    await db.sql`insert into inbox (campus_id, consumer, event_id, position, type, key, attempts, next_at)
      select campus_id, 'local', event_id, position, type, key, 1, ${clock.now() + 30_000} from outbox
      where event_id = ${eventId} on conflict do nothing`;
    const running = pump(consumer);
    await running.idle();
    expect(seen).toEqual([]);
    clock.advance(30_001);
    await running.idle();
    await running.stop();
    expect(seen).toEqual([eventId]);
  });

  it("keeps later events of the key waiting, and those of others not", async () => {
    const seen: string[] = [];
    let broken = true;
    const consumer = outsideConsumer({
      name: "in-order",
      on: ["in-order"],
      async handle(event) {
        if (broken && event.key === "stuck") throw new Error("not yet");
        seen.push(event.eventId);
      },
    });
    const [first, second, other] = [
      await write("in-order", "stuck"),
      await write("in-order", "stuck"),
      await write("in-order", "free"),
    ];
    const running = pump(consumer);
    await until(() => seen.length === 1);
    expect(seen).toEqual([other]);
    broken = false;
    await until(() => {
      clock.advance(2_000);
      return seen.length === 3;
    });
    await running.stop();
    expect(seen).toEqual([other, first, second]);
  });
});

describe("two versions of the product on one database", () => {
  const collecting = (name: string, type: string, into: string[]) =>
    outsideConsumer({ name, on: [type], handle: async (e) => void into.push(e.eventId) });

  it("an old process's relay serves a consumer that only the new one has", async () => {
    const [old, newer]: [string[], string[]] = [[], []];
    const first = pump(collecting("of-both", "rolled", old));
    await first.idle();
    // The new version has started, has said what it wants, and is not relaying at this moment.
    const second = pump(collecting("of-the-new", "rolled", newer));
    await second.idle();
    await second.stop();
    const eventId = await write("rolled");
    await first.idle();
    await first.stop();
    const third = pump(collecting("of-the-new", "rolled", newer));
    await third.idle();
    await third.stop();
    expect([old, newer]).toEqual([[eventId], [eventId]]);
  });

  it("a consumer that nobody has run for a day gets nothing more", async () => {
    const seen: string[] = [];
    const retired = pump(collecting("retired", "late", seen));
    await retired.idle();
    await retired.stop();
    clock.advance(25 * 3_600_000);
    await write("late");
    const other = pump(collecting("alive", "late", []));
    await other.idle();
    await other.stop();
    expect((await db.sql`select 1 from inbox where consumer = 'retired'`).count).toBe(0);
  });

  it("an event that a former version of the consumer wanted is passed over, and blocks nothing", async () => {
    const seen: string[] = [];
    const before = pump(collecting("changed", "given-up", []));
    await before.idle();
    await before.stop();
    await write("given-up", "one-key");
    const wanted = outsideConsumer({
      name: "changed",
      on: ["still-wanted"],
      handle: async (e) => void seen.push(e.eventId),
    });
    const after = pump(wanted);
    const eventId = await write("still-wanted", "one-key");
    await after.idle();
    await after.stop();
    expect(seen).toEqual([eventId]);
  });
});
