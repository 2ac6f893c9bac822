import { type RedisServer, redisLacks, startRedis } from "@sanqi/local-services";
import { until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openRedisChannel, type RedisChannel } from "./index.ts";

const lacks = redisLacks();
let redis: RedisServer;
const open: RedisChannel[] = [];
beforeAll(async () => {
  if (!lacks) redis = await startRedis();
});
afterEach(async () => {
  for (const channel of open.splice(0)) await channel.close();
});
afterAll(() => redis?.remove());

function join(channel = "c") {
  const seen = { heard: [] as string[], restored: 0, troubles: [] as unknown[] };
  const ear = {
    heard: (text: string) => void seen.heard.push(text),
    restored: () => {
      seen.restored += 1;
    },
  };
  const line = openRedisChannel({ url: redis.url, channel, onTrouble: (e) => seen.troubles.push(e) }, ear);
  open.push(line);
  return { seen, line };
}

describe.skipIf(lacks)(`a channel of a real Redis${lacks ? ` (${lacks})` : ""}`, () => {
  it("carries texts to everybody on it, in their order", async () => {
    const [a, b, other] = [join(), join(), join("elsewhere")];
    await until(() => [a, b, other].every(({ seen }) => seen.restored === 1));
    for (const text of ["一", "2", "3"]) await a.line.send(text);
    await until(() => b.seen.heard.length === 3 && a.seen.heard.length === 3);
    expect(b.seen.heard).toEqual(["一", "2", "3"]);
    expect(other.seen.heard).toEqual([]);
  });

  it("says that it was down, refuses meanwhile, and carries again afterwards", async () => {
    const [a, b] = [join(), join()];
    await until(() => a.seen.restored === 1 && b.seen.restored === 1);
    await redis.stop();
    await until(() => a.seen.troubles.length > 0 && b.seen.troubles.length > 0);
    await expect(a.line.send("lost")).rejects.toThrow();
    await redis.start();
    await until(() => a.seen.restored === 2 && b.seen.restored === 2);
    await a.line.send("found");
    await until(() => b.seen.heard.length > 0);
    expect(b.seen.heard).toEqual(["found"]);
  });

  it("notices a server that keeps its connections and answers nothing", async () => {
    const { line, seen } = join();
    await until(() => seen.restored === 1);
    redis.freeze();
    try {
      await expect(line.send("into the void")).rejects.toThrow("did not answer");
      await until(() => seen.troubles.length > 0);
    } finally {
      redis.thaw();
    }
    await until(() => seen.restored === 2);
    await line.send("back");
    await until(() => seen.heard.includes("back"));
  });

  it("waits for a server that is not there yet", async () => {
    await redis.stop();
    const { seen } = join();
    await until(() => seen.troubles.length > 0);
    await redis.start();
    await until(() => seen.restored === 1);
  });

  it("is closed in peace while the server is away", async () => {
    await redis.stop();
    const { line, seen } = join();
    open.pop();
    await until(() => seen.troubles.length > 0);
    await line.close();
    await expect(line.send("nobody")).rejects.toThrow();
    await redis.start();
    expect(seen.troubles).toHaveLength(1);
    expect(seen.restored).toBe(0);
  });
});
