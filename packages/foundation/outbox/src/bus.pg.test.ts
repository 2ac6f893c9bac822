import { inTransaction } from "@sanqi/database";
import { createIds, manualClock, minute, toId } from "@sanqi/kernel";
import { type TestDatabase, testDatabase, until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  appendEvents,
  type Bus,
  type Consumer,
  createBell,
  type EventName,
  type Inboxes,
  outboxMigrations,
  outsideConsumer,
  type Pump,
  startPump,
} from "./index.ts";

const campusId = toId("campus", "cmp_00000000000000000001");
const clock = manualClock(1_000_000);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
let db: TestDatabase;
const pumps: Pump[] = [];
beforeAll(async () => {
  db = await testDatabase(outboxMigrations);
});
afterEach(async () => {
  for (const pump of pumps.splice(0)) await pump.stop();
  await db.sql`delete from inbox`;
  await db.sql`delete from outbox`;
});
afterAll(() => db.drop());

/** A broker in memory that can refuse, and that delivers only when it is told to. */
function fakeBroker() {
  const taken: EventName[] = [];
  const readers: Inboxes[] = [];
  const state = { refusing: false, tries: 0 };
  const bus: Bus = {
    carriedBy: "broker",
    async publish(events) {
      state.tries += 1;
      if (state.refusing) throw new Error("the broker is away");
      taken.push(...events.map(({ campusId: campus, eventId }) => ({ campusId: campus, eventId })));
    },
    receive(inboxes) {
      readers.push(inboxes);
      return { stop: async () => undefined };
    },
  };
  const deliver = async (group: string) => {
    for (const reader of readers) await reader.deliver(group, taken);
  };
  return { bus, taken, state, readers, deliver };
}

const write = async (type: string, key = "k") => {
  const eventId = ids.next("event");
  const event = { campusId, eventId, type, key, payload: {}, traceId: "x", occurredAt: clock.now() };
  await inTransaction(db.sql, (tx) => appendEvents(tx, [event]));
  return eventId;
};
const collecting = (name: string, on: string, into: string[], group?: string): Consumer =>
  outsideConsumer({
    ...{ name, on: [on], ...(group ? { group } : {}) },
    handle: async (event) => void into.push(event.eventId),
  });
function start(
  bus: Bus,
  consumers: readonly Consumer[],
  told: { troubles?: unknown[]; missed?: number[] } = {},
) {
  const pump = startPump({
    ...{ sql: db.sql, consumers, clock, bus, pollMs: 20 },
    onFailure: () => undefined,
    onMissed: (count) => told.missed?.push(count),
    onTrouble: (error) => told.troubles?.push(error),
  });
  pumps.push(pump);
  return pump;
}

describe("a broker as the bus", () => {
  it("that refuses leaves events in the outbox, is not hammered, and gets them in order once it takes them", async () => {
    const broker = fakeBroker();
    const troubles: unknown[] = [];
    broker.state.refusing = true;
    const pump = start(broker.bus, [collecting("refused", "r", [])], { troubles });
    const written = [await write("r"), await write("r"), await write("r")];
    for (let n = 0; n < 50; n += 1) pump.wake();
    await until(() => troubles.length >= 2);
    expect(broker.state.tries).toBeLessThan(6);
    expect((await db.sql`select 1 from outbox where not published`).count).toBe(3);
    broker.state.refusing = false;
    await until(() => broker.taken.length === 3);
    expect(broker.taken.map((name) => name.eventId)).toEqual(written);
  });

  it("delivers group by group, once however often it repeats, and names what we never wrote", async () => {
    const broker = fakeBroker();
    const [own, dd]: [string[], string[]] = [[], []];
    start(broker.bus, [collecting("own-one", "g", own), collecting("dd-one", "g", dd, "dd")]);
    const eventId = await write("g");
    await until(() => broker.taken.length === 1);
    await broker.deliver("own");
    await broker.deliver("own");
    await until(() => own.length === 1);
    expect(dd).toEqual([]);
    await broker.deliver("dd");
    await until(() => dd.length === 1);
    expect([own, dd]).toEqual([[eventId], [eventId]]);
    const invented = { campusId, eventId: "evt_invented" };
    expect(await broker.readers[0]?.deliver("own", [invented, { campusId, eventId }])).toEqual([invented]);
  });

  it("gives a consumer nothing from before its first day, and nothing twice at a restart", async () => {
    const broker = fakeBroker();
    const [old, fresh]: [string[], string[]] = [[], []];
    start(broker.bus, [collecting("old-one", "d", old)]);
    const before = await write("d");
    await until(() => broker.taken.length === 1);
    clock.advance(1_000);
    start(broker.bus, [collecting("old-one", "d", old), collecting("fresh-one", "d", fresh)]);
    await until(() => broker.readers.length === 2);
    const after = await write("d");
    await until(() => broker.taken.length === 2);
    await broker.deliver("own");
    await until(() => old.length === 2 && fresh.length === 1);
    expect([old, fresh]).toEqual([[before, after], [after]]);
  });

  it("is not waited for longer than a minute: what it took and lost is delivered from the outbox", async () => {
    const broker = fakeBroker();
    const seen: string[] = [];
    const missed: number[] = [];
    start(broker.bus, [collecting("owed", "m", seen)], { missed });
    await until(() => broker.readers.length === 1);
    clock.advance(1_000);
    const eventId = await write("m");
    await until(() => broker.taken.length === 1);
    clock.advance(3 * minute);
    await until(() => seen.length === 1);
    expect(seen).toEqual([eventId]);
    expect(missed).toEqual([1]);
    await broker.deliver("own");
    await pumps[0]?.idle();
    expect(seen).toEqual([eventId]);
  });

  it("may be left for PostgreSQL alone: what it still owes comes first", async () => {
    const broker = fakeBroker();
    const seen: string[] = [];
    const consumers = [collecting("moved", "c", seen)];
    const first = start(broker.bus, consumers);
    await until(() => broker.readers.length === 1);
    clock.advance(1_000);
    const owed = await write("c");
    await until(() => broker.taken.length === 1);
    await first.stop();
    const next = await write("c");
    const second = startPump({
      ...{ sql: db.sql, consumers, clock, pollMs: 20 },
      onFailure: () => undefined,
      onTrouble: () => undefined,
    });
    pumps.push(second);
    await second.idle();
    expect(seen).toEqual([owed, next]);
  });
});

it("the bell of a process without a relay wakes the relays of others", async () => {
  let rung = 0;
  await createBell(db.sql, () => undefined).listen(() => {
    rung += 1;
  });
  const before = await until(() => rung);
  const bell = createBell(db.sql, () => undefined);
  for (let n = 0; n < 20; n += 1) bell.wake();
  await until(() => rung > before);
});
