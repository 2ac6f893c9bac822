import { type RedisCluster, redisLacks, startRedisCluster } from "@sanqi/local-services";
import { until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openRedisChannel, type RedisChannel } from "./index.ts";

const lacks = redisLacks();
let cluster: RedisCluster;
const open: RedisChannel[] = [];
beforeAll(async () => {
  if (!lacks) cluster = await startRedisCluster(3);
});
afterEach(async () => {
  for (const channel of open.splice(0)) await channel.close();
});
afterAll(() => cluster?.remove());

/** A process whose address of the cluster begins with that node. */
function join(first: number) {
  const seen = { heard: [] as string[], restored: 0, troubles: [] as unknown[] };
  const urls = cluster.nodes.map(({ url }) => url);
  const url = [...urls.slice(first), ...urls.slice(0, first)].join(",");
  const line = openRedisChannel(
    { url, channel: "c", onTrouble: (error) => seen.troubles.push(error) },
    {
      heard: (text) => void seen.heard.push(text),
      restored: () => {
        seen.restored += 1;
      },
    },
  );
  open.push(line);
  return { seen, line };
}

describe.skipIf(lacks)(`a channel of a real Redis Cluster${lacks ? ` (${lacks})` : ""}`, () => {
  it("carries texts between processes that are connected to different nodes, in their order", async () => {
    const people = [join(0), join(1), join(2)];
    await until(() => people.every(({ seen }) => seen.restored > 0));
    for (const text of ["一", "2", "3"]) await people[0]?.line.send(text);
    await until(() => people.every(({ seen }) => seen.heard.length === 3));
    for (const { seen } of people) expect(seen.heard).toEqual(["一", "2", "3"]);
  });

  it("goes on over another node when its own dies, and says that something may be missing", async () => {
    const [a, b] = [join(0), join(1)];
    await until(() => a.seen.restored > 0 && b.seen.restored > 0);
    await cluster.nodes[0]?.stop();
    try {
      await until(() => a.seen.troubles.length === 1 && a.seen.restored > 1);
      await b.line.send("of the living");
      await until(() => a.seen.heard.includes("of the living"));
      await a.line.send("and back");
      await until(() => b.seen.heard.includes("and back"));
      // Whoever was connected elsewhere has noticed nothing.
      expect(b.seen.troubles).toEqual([]);
    } finally {
      await cluster.nodes[0]?.start();
      await cluster.whole();
    }
  });

  it("is told to read again once the nodes have found a node that came back", async () => {
    await cluster.nodes[2]?.stop();
    await cluster.nodes[2]?.start();
    const { seen } = join(2);
    await until(() => seen.restored === 2);
    await cluster.whole();
    const other = join(0);
    await until(() => other.seen.restored > 0);
    await other.line.send("found");
    await until(() => seen.heard.includes("found"));
  });

  it("refuses while all nodes are away, and mends itself", async () => {
    const { seen, line } = join(0);
    await until(() => seen.restored > 0);
    await Promise.all(cluster.nodes.map((node) => node.stop()));
    try {
      await until(() => seen.troubles.length > 0);
      await expect(line.send("lost")).rejects.toThrow();
    } finally {
      for (const node of cluster.nodes) await node.start();
      await cluster.whole();
    }
    const before = seen.restored;
    await until(() => seen.restored > before);
    await line.send("back");
    await until(() => seen.heard.includes("back"));
  });
});
