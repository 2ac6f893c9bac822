import type { SharedStore } from "@sanqi/cache";
import { openStoreClient } from "./store-client.ts";

export type RedisPlace = {
  /** One server, or nodes of a cluster with commas between them. */
  readonly url: string;
  /** Stands before every key: others may use the same server. */
  readonly prefix: string;
  /** Slower answers count as none. */
  readonly answerMs: number;
  /** Told once when the line breaks, not again for each try to mend it. */
  readonly onTrouble: (error: unknown) => void;
};
export type RedisStore = SharedStore & { close(): void };

/** So many digits stand before what is kept: versions, comparable as text. */
const digits = 12;
const versionText = (version: number) => String(version).padStart(digits, "0");

/** What is newer stays, and a mark that something is outdated does not displace an entry that is not. */
const replaceOlder = `
  local kept = redis.call('GETRANGE', KEYS[1], 0, ${digits - 1})
  local given = string.sub(ARGV[1], 1, ${digits})
  if kept > given or (kept == given and #ARGV[1] == ${digits}) then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`;

/** What all processes share, kept in Redis for a while. Does not wait for Redis: without it every call fails at once. */
export function openRedisStore({ url, prefix, answerMs, onTrouble }: RedisPlace): RedisStore {
  let broken = false;
  let closed = false;
  const trouble = (error: unknown) => {
    if (!broken && !closed) onTrouble(error);
    broken = true;
  };
  const client = openStoreClient(url, replaceOlder, {
    broken: trouble,
    mended() {
      broken = false;
    },
  });

  async function inTime<T>(call: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Redis did not answer within ${answerMs} ms`)), answerMs);
    });
    return Promise.race([call, late]).finally(() => clearTimeout(timer));
  }
  const replace = async (key: string, value: Buffer, lifeMs: number) => {
    await inTime(client.replace(prefix + key, value, lifeMs));
  };
  return {
    async get(key) {
      const kept = await inTime(client.get(prefix + key));
      return kept && kept.length > digits ? kept.subarray(digits) : null;
    },
    put: (key, frame) =>
      replace(key, Buffer.concat([Buffer.from(versionText(frame.version)), frame.bytes]), frame.lifeMs),
    outdate: (key, version, lifeMs) => replace(key, Buffer.from(versionText(version)), lifeMs),
    close() {
      closed = true;
      client.close();
    },
  };
}
