import { createClient } from "redis";

export type RedisLine = {
  readonly url: string;
  readonly channel: string;
  /** Told once when the line breaks, not again for each try to mend it. */
  readonly onTrouble: (error: unknown) => void;
};
export type Ear = {
  heard(text: string): void;
  /** The line is up (again); Redis keeps nothing for those who were away. */
  restored(): void;
};
export type RedisChannel = { send(text: string): Promise<void>; close(): Promise<void> };

const connectMs = 2_000;
const answerMs = 1_000;
/** A connection on which nothing came for so long is dead, whatever the network says; pings see to it that something comes. */
const silenceMs = 5_000;
const pingMs = 1_500;
const longestRest = 3_000;

/** One channel of Redis's publish and subscribe, mended for as long as it is open. Does not wait for Redis. */
export function openRedisChannel(line: RedisLine, ear: Ear): RedisChannel {
  const client = createClient({
    url: line.url,
    RESP: 3,
    name: "sanqi-live",
    // A hint that waits for the line says nothing that the reading after it does not say.
    disableOfflineQueue: true,
    pingInterval: pingMs,
    socket: {
      connectTimeout: connectMs,
      socketTimeout: silenceMs,
      reconnectStrategy: (tries) => Math.min(100 * 2 ** Math.min(tries, 10), longestRest),
    },
  });
  let broken = false;
  let closed = false;
  let subscribed = false;
  const trouble = (error: unknown) => {
    if (!broken && !closed) line.onTrouble(error);
    broken = true;
  };
  client.on("error", trouble);
  client.on("ready", async () => {
    try {
      // After a reconnect the client has subscribed by itself before it says that it is ready.
      if (!subscribed) await client.subscribe(line.channel, ear.heard);
      subscribed = true;
      broken = false;
      ear.restored();
    } catch (error) {
      trouble(error);
    }
  });
  client.connect().catch(trouble);
  return {
    async send(text) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`Redis did not answer within ${answerMs} ms`)), answerMs);
      });
      await Promise.race([client.publish(line.channel, text), late]).finally(() => clearTimeout(timer));
    },
    async close() {
      closed = true;
      client.destroy();
    },
  };
}
