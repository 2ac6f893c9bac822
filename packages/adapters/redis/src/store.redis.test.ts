import { createVersionedCache } from "@sanqi/cache";
import { type RedisServer, redisLacks, startRedis } from "@sanqi/local-services";
import { until } from "@sanqi/testkit";
import { createClient } from "redis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openRedisStore, type RedisStore } from "./index.ts";

const lacks = redisLacks();
let redis: RedisServer;
const opened: RedisStore[] = [];
let troubles: unknown[] = [];
beforeAll(async () => {
  if (!lacks) redis = await startRedis();
});
beforeEach(() => {
  troubles = [];
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});
afterAll(() => redis?.remove());

let turn = 0;
async function join(prefix = `t${turn++}:`): Promise<RedisStore> {
  const place = { url: redis.url, prefix, answerMs: 500, onTrouble: (e: unknown) => troubles.push(e) };
  const store = openRedisStore(place);
  opened.push(store);
  await until(() =>
    store.get("is it there?").then(
      () => true,
      () => false,
    ),
  );
  return store;
}
const frame = (version: number, text: string, lifeMs = 60_000) => ({
  ...{ version, lifeMs },
  bytes: Buffer.from(text),
});
const textIn = async (store: RedisStore, key: string) => (await store.get(key))?.toString() ?? null;
const works = (store: RedisStore) =>
  store.get("k").then(
    () => true,
    () => false,
  );
/** Sends what no adapter of ours sends. */
async function order(...command: string[]): Promise<void> {
  const client = await createClient({ url: redis.url }).connect();
  await client.sendCommand(command);
  client.destroy();
}

describe.skipIf(lacks)(`a store in a real Redis${lacks ? ` (${lacks})` : ""}`, () => {
  it("keeps bytes as they are, for all who use the same prefix", async () => {
    const [a, b, other] = [await join("same:"), await join("same:"), await join("other:")];
    const bytes = Buffer.from([0, 10, 255, 0x7b, 0xe4, 0xb8, 0x89]);
    await a.put("k", { version: 3, bytes, lifeMs: 60_000 });
    expect(await b.get("k")).toEqual(bytes);
    expect(await other.get("k")).toBeNull();
  });

  it("never lets something older take the place of something newer", async () => {
    const store = await join();
    await store.put("k", frame(9, "nine"));
    await store.put("k", frame(2, "two"));
    expect(await textIn(store, "k")).toBe("nine");
    await store.put("k", frame(10, "ten"));
    expect(await textIn(store, "k")).toBe("ten");
    await store.put("k", frame(10, "ten again"));
    expect(await textIn(store, "k")).toBe("ten again");
  });

  it("gives out nothing that is outdated, and nothing older comes back", async () => {
    const store = await join();
    await store.put("k", frame(5, "five"));
    await store.outdate("k", 6, 60_000);
    expect(await store.get("k")).toBeNull();
    await store.put("k", frame(5, "five"));
    expect(await store.get("k")).toBeNull();
    await store.put("k", frame(6, "six"));
    await store.outdate("k", 6, 60_000);
    expect(await textIn(store, "k")).toBe("six");
  });

  it("keeps nothing for longer than it was told", async () => {
    const store = await join();
    await store.put("k", frame(1, "short", 20));
    await until(async () => (await store.get("k")) === null);
  });

  it("fails at once while Redis is down, says so once, and works again afterwards without what was kept", async () => {
    const store = await join();
    await store.put("k", frame(1, "one"));
    await redis.stop();
    await until(() => troubles.length > 0);
    await expect(store.get("k")).rejects.toThrow();
    await expect(store.put("k", frame(2, "two"))).rejects.toThrow();
    await expect(store.outdate("k", 3, 1)).rejects.toThrow();
    expect(troubles).toHaveLength(1);
    await redis.start();
    await until(() => works(store));
    expect(await store.get("k")).toBeNull();
  });

  it("fails after half a second while Redis answers nothing, and works again afterwards", async () => {
    const store = await join();
    await order("CLIENT", "PAUSE", "1200", "ALL");
    await expect(store.get("k")).rejects.toThrow("did not answer within 500 ms");
    await until(() => works(store));
  });

  it("loses all of it at a flush, and nobody notices but the database", async () => {
    const store = await join();
    let looks = 0;
    const load = async (keys: readonly string[]) => {
      looks += 1;
      return new Map(
        keys.map((key) => [key, { version: 1, validUntil: null, about: 0, body: Buffer.from("b") }]),
      );
    };
    const rules = { memoryMs: 0, absentMs: 0, sharedMs: 60_000, lanes: 1, batch: 10 };
    const cache = createVersionedCache<number>({
      ...{ load, shared: store, clock: { now: () => 1_000_000 }, stopwatch: () => 0 },
      rules: { ...rules, maxBytes: 1_000_000, maxAbsent: 10, maxVersions: 10 },
    });
    const read = () => cache.get("k", { atLeast: 1 });
    await read();
    await until(async () => (await store.get("k")) !== null);
    await read();
    expect(looks).toBe(1);
    await order("FLUSHALL");
    expect((await read())?.body.toString()).toBe("b");
    expect(looks).toBe(2);
  });
});
