import { createClient } from "redis";
import { nodesOf } from "./nodes.ts";

export type RedisLine = {
  /** One server, or nodes of a cluster with commas between them: one of them is used, and another one when it fails. */
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
const shortestRest = 100;
const longestRest = 3_000;
/** Nodes of a cluster find a node that came back after its doors are open: until then it hears nothing from them. */
const meetingMs = 3_000;

const clientOf = (url: string) =>
  createClient({
    url,
    RESP: 3,
    name: "sanqi-live",
    // A hint that waits for the line says nothing that the reading after it does not say.
    disableOfflineQueue: true,
    pingInterval: pingMs,
    // Mended here, because the next try may be at another node.
    socket: { connectTimeout: connectMs, socketTimeout: silenceMs, reconnectStrategy: false },
  });

/**
 * One channel of Redis's publish and subscribe, mended for as long as it is open. Does not wait for Redis. In a cluster every
 * node hands a text to all others, so that one connection to any node is enough.
 */
export function openRedisChannel(line: RedisLine, ear: Ear): RedisChannel {
  const nodes = nodesOf(line.url);
  let client: ReturnType<typeof clientOf>;
  let broken = false;
  let closed = false;
  let failures = 0;
  let later: NodeJS.Timeout | undefined;
  const trouble = (error: unknown) => {
    if (!broken && !closed) line.onTrouble(error);
    broken = true;
  };
  const open = (node: number) => {
    const own = clientOf(nodes[node] ?? "");
    client = own;
    let over = false;
    const leave = (error: unknown) => {
      trouble(error);
      if (over || closed) return;
      over = true;
      clearTimeout(later);
      own.destroy();
      failures += 1;
      // The other nodes are asked at once; a rest follows when all of them failed.
      const round = Math.floor(failures / nodes.length);
      const rest = round === 0 ? 0 : Math.min(shortestRest * 2 ** Math.min(round - 1, 10), longestRest);
      later = setTimeout(() => open((node + 1) % nodes.length), rest);
    };
    own.on("error", leave);
    own
      .connect()
      .then(() => own.subscribe(line.channel, ear.heard))
      .then(() => {
        if (over || closed) return;
        broken = false;
        failures = 0;
        ear.restored();
        if (nodes.length > 1) later = setTimeout(ear.restored, meetingMs);
      })
      .catch(leave);
  };
  open(0);
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
      clearTimeout(later);
      client.destroy();
    },
  };
}
