import { setTimeout as pause } from "node:timers/promises";
import { Consumer, type MessagesStream } from "@platformatic/kafka";
import type { EventName } from "@sanqi/outbox";
import { reach } from "@sanqi/resilience";
import { type Batch, batchesOf, type Letter } from "./batches.ts";
import { nameOf } from "./message.ts";
import { connectionOf, type KafkaReports, type KafkaSettings, within } from "./settings.ts";
import { makeTopic } from "./topic.ts";

export type Receiving = KafkaSettings &
  KafkaReports & {
    readonly group: string;
    deliver(events: readonly EventName[]): Promise<readonly EventName[]>;
  };

/** A process that died gives its partitions to the others after this. */
const sessionTimeout = 6_000;
const closing = 5_000;
const shortestRest = 200;
const longestRest = 5_000;

type Reader = Consumer<Buffer, Buffer, Buffer, Buffer>;
type Stream = MessagesStream<Buffer, Buffer, Buffer, Buffer>;

/**
 * Reads the topic as one member of a group: first the inbox rows are committed, then the place in the topic. Whoever dies in
 * between leaves a repetition, which the inbox knows. Any trouble ends the membership, and another one begins.
 */
export function startReceiver(receiving: Receiving): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const stopped = stopping.signal;
  const rest = (ms: number) => pause(ms, undefined, { signal: stopped }).catch(() => undefined);

  /** Lays a batch into the inboxes, however long the database is away. */
  async function lay({ letters }: Batch): Promise<boolean> {
    const named = letters.flatMap((letter) => nameOf(letter.value) ?? []);
    for (let wait = shortestRest; !stopped.aborted; wait = Math.min(wait * 2, longestRest)) {
      try {
        reportForeign(letters, named.length > 0 ? await receiving.deliver(named) : []);
        return true;
      } catch (error) {
        receiving.onTrouble(error, `delivering to ${receiving.group}`);
        await rest(wait);
      }
    }
    return false;
  }

  function reportForeign(letters: readonly Letter[], unknown: readonly EventName[]): void {
    const strangers = new Set(unknown.map((name) => name.eventId));
    for (const { value, partition, offset } of letters) {
      const name = nameOf(value);
      if (name && !strangers.has(name.eventId)) continue;
      const reason = name ? "no such event" : "not an event";
      receiving.onForeign({ partition, offset: String(offset), reason });
    }
  }

  async function read(reader: Reader, stream: Stream) {
    for await (const batch of batchesOf(stream, stopped)) {
      if (!(await lay(batch))) return;
      reach("reader.laid");
      await reader.commit({ offsets: batch.places.map((place) => ({ topic: receiving.topic, ...place })) });
    }
  }

  async function run(): Promise<void> {
    for (let wait = shortestRest; !stopped.aborted; wait = Math.min(wait * 2, longestRest)) {
      const reader: Reader = new Consumer({
        ...connectionOf(receiving),
        groupId: `${receiving.topic}-${receiving.group}`,
        autocommit: false,
        ...{ sessionTimeout, heartbeatInterval: 1_500, rebalanceTimeout: 10_000, maxWaitTime: 1_000 },
      });
      let stream: Stream | null = null;
      // The client has tried to stay a member before it says so.
      const lose = (error: Error) => void stream?.destroy(error);
      reader.on("error", lose);
      reader.on("consumer:heartbeat:stalled", () => lose(new Error("the group's coordinator is silent")));
      try {
        await makeTopic(receiving);
        stream = await reader.consume({
          topics: [receiving.topic],
          mode: "committed",
          // A new group begins at the first message: a consumer gets nothing from before its time, and misses nothing.
          fallbackMode: "earliest",
        });
        wait = shortestRest;
        await read(reader, stream);
      } catch (error) {
        if (!stopped.aborted) receiving.onTrouble(error, `reading as ${receiving.group}`);
      }
      // A broker that is gone cannot be told good-bye.
      await within(closing, "leaving", reader.close(true)).catch(() => undefined);
      if (!stopped.aborted) await rest(wait);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
