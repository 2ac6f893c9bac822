import { type RedisCluster, redisLacks, startRedisCluster } from "@sanqi/local-services";
import { until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openRedisStore, type RedisStore } from "./index.ts";

const lacks = redisLacks();
let cluster: RedisCluster;
const opened: RedisStore[] = [];
beforeAll(async () => {
  if (!lacks) cluster = await startRedisCluster(3);
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});
afterAll(() => cluster?.remove());

function join() {
  const troubles: unknown[] = [];
  const place = {
    url: cluster.url,
    prefix: "v:",
    answerMs: 500,
    onTrouble: (e: unknown) => troubles.push(e),
  };
  const store = openRedisStore(place);
  opened.push(store);
  return { store, troubles };
}
const frame = (version: number, text: string) => ({ version, bytes: Buffer.from(text), lifeMs: 60_000 });
const works = (call: Promise<unknown>) =>
  call.then(
    () => true,
    () => false,
  );
/** Enough for every node to hold some. */
const keys = Array.from({ length: 60 }, (_, n) => `cmp_1/ord_${n}`);
const answering = async (store: RedisStore) =>
  (await Promise.all(keys.map((key) => works(store.get(key))))).filter(Boolean).length;

describe.skipIf(lacks)(`a store in a real Redis Cluster${lacks ? ` (${lacks})` : ""}`, () => {
  it("keeps entries on the node that is theirs, and never goes back to an older one", async () => {
    const [a, b] = [join(), join()];
    await until(
      async () => (await answering(a.store)) === keys.length && (await answering(b.store)) === keys.length,
    );
    await Promise.all(keys.map((key) => a.store.put(key, frame(2, `${key} two`))));
    await Promise.all(keys.map((key) => b.store.put(key, frame(1, `${key} one`))));
    for (const key of keys) expect((await b.store.get(key))?.toString()).toBe(`${key} two`);
    await b.store.outdate(keys[0] ?? "", 3, 60_000);
    expect(await a.store.get(keys[0] ?? "")).toBeNull();
  });

  it("fails at once where a node is gone, and takes it back", async () => {
    const { store, troubles } = join();
    await until(async () => (await answering(store)) === keys.length);
    await cluster.nodes[1]?.stop();
    try {
      await until(() => troubles.length > 0);
      await until(async () => (await answering(store)) < keys.length);
    } finally {
      await cluster.nodes[1]?.start();
      await cluster.whole();
    }
    await until(async () => (await answering(store)) === keys.length);
    await store.put("again", frame(1, "back"));
    expect((await store.get("again"))?.toString()).toBe("back");
  });
});
