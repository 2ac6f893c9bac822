import { execFile } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "@sanqi/local-postgres";
import { type RedisServer, startRedisServer } from "./redis.ts";

export type RedisCluster = {
  /** All nodes with commas between them, the same over all starts. */
  readonly url: string;
  readonly nodes: readonly RedisServer[];
  /** Waits until every node that runs knows every other one and all keys have a place. */
  whole(): Promise<void>;
  remove(): Promise<void>;
};

const cli = async (port: string, ...words: string[]): Promise<string> =>
  (await promisify(execFile)("redis-cli", ["-h", "127.0.0.1", "-p", port, ...words])).stdout;
const portOf = (node: RedisServer) => new URL(node.url).port;

async function isWhole(nodes: readonly RedisServer[]): Promise<boolean> {
  for (const node of nodes) {
    const told = await cli(portOf(node), "cluster", "info");
    if (!told.includes("cluster_state:ok") || !told.includes(`cluster_known_nodes:${nodes.length}`))
      return false;
    const peers = (await cli(portOf(node), "cluster", "nodes")).trim().split("\n");
    if (peers.some((peer) => !peer.includes("myself") && !/ connected( |$)/.test(peer))) return false;
  }
  return true;
}

/**
 * Masters of a Redis Cluster on free ports of loopback, the slots spread evenly over them, without replicas.
 * @param onSpawn told how to remove each node as soon as there is something to remove
 */
export async function startRedisCluster(
  masters = 3,
  onSpawn?: (remove: () => Promise<void>) => void,
): Promise<RedisCluster> {
  const nodes: RedisServer[] = [];
  const remove = async () => {
    await Promise.all(nodes.map((node) => node.remove()));
  };
  const whole = async () => {
    const end = performance.now() + 60_000;
    while (!(await isWhole(nodes))) {
      if (performance.now() > end) throw new Error("the nodes of the Redis Cluster did not find each other");
      await pause(100);
    }
  };
  try {
    for (let n = 0; n < masters; n += 1)
      nodes.push(
        await startRedisServer(
          {
            "cluster-enabled": "yes",
            // Redis would take the port above by 10,000, which may be none.
            "cluster-port": await freePort(),
            "cluster-node-timeout": 2_000,
            "cluster-config-file": "nodes.conf",
          },
          onSpawn,
        ),
      );
    const addresses = nodes.map((node) => `127.0.0.1:${portOf(node)}`);
    await promisify(execFile)("redis-cli", ["--cluster", "create", ...addresses, "--cluster-yes"]);
    await whole();
  } catch (error) {
    await remove();
    throw error;
  }
  return { url: nodes.map((node) => node.url).join(","), nodes, whole, remove };
}
