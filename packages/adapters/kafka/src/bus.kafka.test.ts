import { fork } from "node:child_process";
import path from "node:path";
import { Producer, stringSerializers } from "@platformatic/kafka";
import { type KafkaServer, kafkaLacks, startKafka } from "@sanqi/local-services";
import { type Bus, type Consumer, outsideConsumer } from "@sanqi/outbox";
import { until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type KafkaStage, recording, setKafkaStage } from "./stage-for-tests.ts";

const lacks = kafkaLacks();
let kafka: KafkaServer;
let stage: KafkaStage;
beforeAll(async () => {
  if (!lacks) kafka = await startKafka();
});
afterAll(() => kafka?.remove());

type Numbered = { n: number };
const collecting = (name: string, on: string, into: number[], group?: string): Consumer =>
  outsideConsumer<Numbered>({
    ...{ name, on: [on], ...(group ? { group } : {}) },
    handle: async (event) => void into.push(event.payload.n),
  });
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);
const effects = async (key: string) =>
  (await stage.sql<Numbered[]>`select n from effect where key = ${key} order by happened`).map(
    (row) => row.n,
  );

describe.skipIf(lacks)(`events over a real Kafka${lacks ? ` (${lacks})` : ""}`, () => {
  beforeEach(async () => {
    stage = await setKafkaStage(kafka.brokers);
  });
  afterEach(() => stage.close());

  it("reach each consumer of two processes once, and those of a key in their order", async () => {
    const consumers = [recording("records", "t")];
    const first = stage.pump(consumers);
    const second = stage.pump(consumers);
    await Promise.all([stage.write("t", "a", 30), stage.write("t", "b", 30), stage.write("t", "c", 30)]);
    // Each process rests while the other one has something in hand: only both together know when all is done.
    for (const key of ["a", "b", "c"]) await until(async () => (await effects(key)).length === 30);
    await Promise.all([first.idle(), second.idle()]);
    for (const key of ["a", "b", "c"]) expect(await effects(key)).toEqual(upTo(30));
  });

  it("go on when one of two processes leaves", async () => {
    const consumers = [recording("records", "t")];
    const first = stage.pump(consumers);
    const second = stage.pump(consumers);
    await stage.write("t", "a", 5);
    await Promise.all([first.idle(), second.idle()]);
    await first.stop();
    await stage.write("t", "a", 5, 5);
    await second.idle();
    expect(await effects("a")).toEqual(upTo(10));
  });

  it("of a platform that hangs wait alone", async () => {
    const told: number[] = [];
    let release = () => {};
    const stuck = new Promise<void>((resolve) => (release = resolve));
    const hanging = outsideConsumer({ name: "tell-dd", on: ["t"], group: "dd", handle: () => stuck });
    stage.pump([hanging, collecting("tell-weapp", "t", told, "weapp"), recording("own", "t")]);
    await stage.write("t", "a", 20);
    await until(async () => told.length === 20 && (await effects("a")).length === 20);
    expect(told).toEqual(upTo(20));
    const waiting = () =>
      stage.sql`select 1 from inbox where consumer = 'tell-dd' and state = 'waiting'`.then(
        (rows) => rows.count,
      );
    await until(async () => (await waiting()) === 20);
    release();
    await until(async () => (await waiting()) === 0);
  });

  it("laid into an inbox by a process that died before it said so come again, and take effect once", async () => {
    const [delivered, effect] = [new Set<string>(), recording("records", "t")];
    const child = fork(path.join(import.meta.dirname, "dying-process.ts"), {
      env: { ...process.env, DATABASE_URL: stage.url, BROKERS: kafka.brokers, TOPIC: stage.topic },
    });
    const laid = new Promise<string[]>((resolve) =>
      child.on("message", (names) => resolve(names as string[])),
    );
    await stage.write("t", "a", 5);
    const before = await laid;
    // Its effects are done, so a repetition would show.
    await until(async () => (await effects("a")).length >= before.length);
    child.kill("SIGKILL");
    const spying = (bus: Bus): Bus => ({
      ...bus,
      receive: (inboxes) =>
        bus.receive({
          ...inboxes,
          async deliver(group, events) {
            for (const { eventId } of events) delivered.add(eventId);
            return inboxes.deliver(group, events);
          },
        }),
    });
    const heir = stage.pump([effect], { around: spying });
    await stage.write("t", "a", 5, 5);
    await until(() => before.every((eventId) => delivered.has(eventId)));
    await heir.idle();
    expect(before.length).toBeGreaterThan(0);
    expect(await effects("a")).toEqual(upTo(10));
  });

  it("are for a new consumer from its first day on", async () => {
    const told: number[] = [];
    const before = stage.pump([recording("records", "t")]);
    await stage.write("t", "a", 3);
    await before.idle();
    // Its group is new as well and reads the topic from the beginning.
    const after = stage.pump([recording("records", "t"), collecting("newcomer", "t", told, "late")]);
    await after.idle();
    await stage.write("t", "a", 2, 3);
    await Promise.all([before.idle(), after.idle()]);
    expect(told).toEqual([3, 4]);
  });

  it("pass over messages that are none of ours", async () => {
    const foreign: string[] = [];
    const pump = stage.pump([recording("records", "t")], { told: { foreign } });
    await stage.write("t", "a", 1);
    await pump.idle();
    const stranger = new Producer({
      ...{ clientId: "stranger", bootstrapBrokers: [kafka.brokers], serializers: stringSerializers },
    });
    const made = JSON.stringify({ campusId: "cmp_00000000000000000001", eventId: "evt_invented", type: "t" });
    for (const value of ["{", "null", made]) {
      await stranger.send({ messages: [{ topic: stage.topic, key: "cmp_00000000000000000001/a", value }] });
    }
    await stranger.close();
    await stage.write("t", "a", 1, 1);
    await pump.idle();
    await until(() => foreign.length === 3);
    expect(foreign.sort()).toEqual(["no such event", "not an event", "not an event"]);
    expect(await effects("a")).toEqual([0, 1]);
  });

  it("wait in the outbox while the broker is away, and go on by themselves", async () => {
    const consumers = [recording("records", "t")];
    const troubles: unknown[] = [];
    const pumps = [
      stage.pump(consumers, { told: { troubles } }),
      stage.pump(consumers, { told: { troubles } }),
    ];
    await stage.write("t", "a", 10);
    await Promise.all(pumps.map((pump) => pump.idle()));
    await kafka.kill();
    try {
      // Writing needs no broker.
      await stage.write("t", "a", 10, 10);
      await until(() => troubles.length > 0);
      expect((await stage.sql`select 1 from outbox where not published`).count).toBe(10);
      // A process can leave although nobody takes its good-bye.
      await pumps.pop()?.stop();
    } finally {
      await kafka.start();
    }
    await stage.write("t", "a", 10, 20);
    await Promise.all(pumps.map((pump) => pump.idle()));
    expect(await effects("a")).toEqual(upTo(30));
  });

  it("that the broker took and lost are made up from the outbox at the next start", async () => {
    const missed: number[] = [];
    const first = stage.pump([recording("records", "t")]);
    await stage.write("t", "a", 2);
    await first.idle();
    await first.stop();
    // As a broker that answered and then lost its disk leaves them.
    await stage.write("t", "a", 2, 2);
    await stage.sql`update outbox set published = true, handed_at = ${stage.clock.now()} where not published`;
    const second = stage.pump([recording("records", "t")], { told: { missed } });
    await second.idle();
    expect(missed).toEqual([2]);
    expect(await effects("a")).toEqual(upTo(4));
  });
});
