import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { Consumer as Reader, stringDeserializers } from "@platformatic/kafka";
import { type KafkaServer, kafkaLacks, startKafka } from "@sanqi/local-services";
import type { Bus } from "@sanqi/outbox";
import { until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type KafkaStage, recording, setKafkaStage } from "./stage-for-tests.ts";

const lacks = kafkaLacks();
const partitions = 12;
let kafka: KafkaServer;
let stage: KafkaStage;
const children: ChildProcess[] = [];
beforeAll(async () => {
  if (!lacks) kafka = await startKafka();
});
afterAll(() => kafka?.remove());

const orders = Array.from({ length: 40 }, (_, n) => `ord_${n}`);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

/** Writes `count` more events of every order, some orders side by side. */
async function write(count: number, from: number): Promise<void> {
  for (let n = from; n < from + count; n += 1)
    for (let first = 0; first < orders.length; first += 8)
      await Promise.all(orders.slice(first, first + 8).map((order) => stage.write("t", order, 1, n)));
}

/** What took effect, order by order, in the sequence in which it did. */
async function effects(): Promise<Record<string, number[]>> {
  const rows = await stage.sql<{ key: string; n: number }[]>`select key, n from effect order by happened`;
  const found: Record<string, number[]> = Object.fromEntries(orders.map((order) => [order, []]));
  for (const { key, n } of rows) found[key]?.push(n);
  return found;
}
const each = (count: number) => Object.fromEntries(orders.map((order) => [order, upTo(count)]));
const done = async () => (await stage.sql`select 1 from effect`).count;

/** A member in this process that counts what came to it. */
function member() {
  const laid = new Set<string>();
  const spying = (bus: Bus): Bus => ({
    ...bus,
    receive: (inboxes) =>
      bus.receive({
        ...inboxes,
        async deliver(group, events) {
          for (const { eventId } of events) laid.add(eventId);
          return inboxes.deliver(group, events);
        },
      }),
  });
  return { laid, pump: stage.pump([recording("records", "t")], { around: spying }) };
}

/** A member in a process of its own. */
function memberProcess() {
  const laid = new Set<string>();
  const child = fork(path.join(import.meta.dirname, "member-process.ts"), {
    env: {
      ...process.env,
      DATABASE_URL: stage.url,
      BROKERS: kafka.brokers,
      TOPIC: stage.topic,
      PARTITIONS: String(partitions),
    },
  });
  children.push(child);
  child.on("message", (ids) => {
    for (const id of ids as string[]) laid.add(id);
  });
  return { laid, child };
}

describe.skipIf(lacks)(
  `a topic of ${partitions} partitions on a real Kafka${lacks ? ` (${lacks})` : ""}`,
  () => {
    beforeEach(async () => {
      stage = await setKafkaStage(kafka.brokers, partitions);
    });
    afterEach(async () => {
      for (const child of children.splice(0)) child.kill("SIGKILL");
      await stage.close();
    });

    it("holds each order in one partition, in its order, and many orders side by side", async () => {
      const { pump } = member();
      await write(4, 0);
      await pump.idle();
      const reader = new Reader({
        ...{ clientId: "looker", groupId: `looker-${stage.topic}`, bootstrapBrokers: [kafka.brokers] },
        deserializers: stringDeserializers,
      });
      const stream = await reader.consume({ topics: [stage.topic], mode: "earliest" });
      const where = new Map<string, Set<number>>();
      const at: number[] = [];
      let seen = 0;
      for await (const message of stream) {
        const of = where.get(message.key) ?? new Set();
        where.set(message.key, of.add(message.partition));
        at[message.partition] = Math.max(at[message.partition] ?? 0, Number(message.offset));
        seen += 1;
        if (seen === orders.length * 4) break;
      }
      await reader.close(true);
      expect(where.size).toBe(orders.length);
      expect([...where.values()].filter((of) => of.size !== 1)).toEqual([]);
      expect(new Set([...where.values()].flatMap((of) => [...of])).size).toBeGreaterThanOrEqual(6);
      expect(await effects()).toEqual(each(4));
    });

    it("is shared by the members of a group; each event takes effect once, each order's in its order", async () => {
      const members = [member(), member(), member()];
      // Before all are members, the first has all partitions.
      for (let n = 0; !members.every(({ laid }) => laid.size > 0); n += 1) {
        expect(n).toBeLessThan(40);
        await write(1, n);
        await until(async () => (await done()) === orders.length * (n + 1));
      }
      const count = (await done()) / orders.length;
      await Promise.all(members.map(({ pump }) => pump.idle()));
      expect(await effects()).toEqual(each(count));
    });

    it("goes on in order when a member is killed in the midst of it, and when another one joins", async () => {
      const [stays, dies] = [member(), memberProcess()];
      let n = 0;
      for (; !(stays.laid.size > 0 && dies.laid.size > 0); n += 1) {
        expect(n).toBeLessThan(40);
        await write(1, n);
        await until(async () => (await done()) === orders.length * (n + 1));
      }
      const writing = write(6, n);
      const before = dies.laid.size;
      await until(() => dies.laid.size > before);
      dies.child.kill("SIGKILL");
      await writing;
      // Its partitions are read on by the one that is left, once the group has missed it.
      await until(async () => (await done()) === orders.length * (n + 6), Boolean, 40_000);
      const joins = member();
      const more = write(6, n + 6);
      await more;
      for (n += 12; joins.laid.size === 0; n += 1) await write(1, n);
      await until(async () => (await done()) === orders.length * n, Boolean, 40_000);
      await Promise.all([stays.pump.idle(), joins.pump.idle()]);
      expect(await effects()).toEqual(each(n));
    });
  },
);
