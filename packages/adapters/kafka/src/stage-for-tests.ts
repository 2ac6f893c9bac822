import { inTransaction, type Sql } from "@sanqi/database";
import { createIds, toId } from "@sanqi/kernel";
import {
  appendEvents,
  type Bus,
  type Consumer,
  localConsumer,
  outboxMigrations,
  type Pump,
  startPump,
} from "@sanqi/outbox";
import { testDatabase } from "@sanqi/testkit";
import { createKafkaBus } from "./index.ts";

const clock = { now: Date.now };
const ids = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes));
const campusId = toId("campus", "cmp_00000000000000000001");

type Trouble = { readonly troubles: unknown[]; readonly foreign: string[]; readonly missed: number[] };

/** Writes what it was handed into a table, in the transaction that marks it done. */
export const recording = (name: string, on: string): Consumer =>
  localConsumer<{ n: number }>({
    name,
    on: [on],
    async handle({ eventId, key, payload }, tx) {
      await tx`insert into effect (event_id, key, n) values (${eventId}, ${key}, ${payload.n})`;
    },
  });

type Place = {
  readonly sql: Sql;
  readonly brokers: string;
  readonly topic: string;
  readonly partitions: number;
};

/** What one process of the product runs. */
export function startKafkaPump(
  { sql, brokers, topic, partitions }: Place,
  consumers: readonly Consumer[],
  options: { told?: Partial<Trouble>; around?: (bus: Bus) => Bus } = {},
): Pump {
  const { told = {}, around = (bus) => bus } = options;
  const bus = createKafkaBus({
    ...{ brokers: [brokers], topic, partitions },
    onTrouble: (error) => told.troubles?.push(error),
    onForeign: ({ reason }) => told.foreign?.push(reason),
  });
  return startPump({
    ...{ sql, consumers, clock, bus: around(bus), pollMs: 50 },
    onFailure: ({ error }) => told.troubles?.push(error),
    onTrouble: (error) => told.troubles?.push(error),
    onMissed: (count) => told.missed?.push(count),
  });
}

/** Numbered as they happen: where a row lies says nothing once several connections write. */
const effectTable =
  "create table effect (happened bigint generated always as identity, event_id text, key text, n int)";

/** A database of its own with an outbox in it, and pumps on one topic of the broker, each of which stands for a process. */
export async function setKafkaStage(brokers: string, partitions = 3) {
  const database = await testDatabase([
    ...outboxMigrations,
    { module: "test", name: "0001-effect", sql: effectTable },
  ]);
  const topic = `t-${crypto.randomUUID()}`;
  const pumps: Pump[] = [];
  const stage = {
    ...{ sql: database.sql, url: database.url, topic, partitions, clock },
    /** Writes `count` events of a key, numbered on from `from`, each in a transaction of its own. */
    async write(type: string, key: string, count = 1, from = 0): Promise<void> {
      for (let n = from; n < from + count; n += 1) {
        const eventId = ids.next("event");
        const event = { campusId, eventId, type, key, payload: { n }, traceId: "x", occurredAt: clock.now() };
        await inTransaction(database.sql, (tx) => appendEvents(tx, [event]));
        for (const pump of pumps) pump.wake();
      }
    },
    pump(consumers: readonly Consumer[], options: Parameters<typeof startKafkaPump>[2] = {}): Pump {
      const pump = startKafkaPump({ sql: database.sql, brokers, topic, partitions }, consumers, options);
      pumps.push(pump);
      return pump;
    },
    async close() {
      await Promise.all(pumps.map((pump) => pump.stop()));
      await database.drop();
    },
  };
  return stage;
}

export type KafkaStage = Awaited<ReturnType<typeof setKafkaStage>>;
