import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@sanqi/local-postgres";
import { type OwnProcess, startOwn, untilListening } from "./own-process.ts";

export type RedisServer = {
  /** `redis://127.0.0.1:port`, the same over all starts. */
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Lets it hang: connections stay open, and nothing is answered. */
  freeze(): void;
  thaw(): void;
  /** Ends it and deletes its folder. */
  remove(): Promise<void>;
};

/** Why no Redis can be started on this machine, in words; null: it can. */
export function redisLacks(): string | null {
  try {
    execFileSync("redis-server", ["--version"], { stdio: "ignore" });
    return null;
  } catch {
    return "redis-server is missing (Debian: apt-get install redis-server)";
  }
}

/**
 * The machine's redis-server on a free port of loopback. It keeps nothing on disk: what it carries is gone once it is read.
 * @param onSpawn told how to remove it as soon as there is something to remove, which is before it is ready
 */
export const startRedis = (onSpawn?: (remove: () => Promise<void>) => void): Promise<RedisServer> =>
  startRedisServer({}, onSpawn);

/** A redis-server with settings beside the usual ones. */
export async function startRedisServer(
  more: Readonly<Record<string, string | number>>,
  onSpawn?: (remove: () => Promise<void>) => void,
): Promise<RedisServer> {
  const home = mkdtempSync(path.join(tmpdir(), "sanqi-redis-"));
  let server: OwnProcess | null = null;
  const remove = async () => {
    server?.process.kill("SIGCONT");
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  };
  onSpawn?.(remove);
  const port = await freePort();
  const settings = { port, bind: "127.0.0.1", save: "", appendonly: "no", dir: home, ...more };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const start = async () => {
    server = startOwn("redis-server", args, home);
    await untilListening(server, port, "Redis");
  };
  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop: async () => server?.stop(),
    freeze: () => void server?.process.kill("SIGSTOP"),
    thaw: () => void server?.process.kill("SIGCONT"),
    remove,
  };
}
