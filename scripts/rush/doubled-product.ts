import { readFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "@sanqi/local-postgres";
import { startNginx, startRedis } from "@sanqi/local-services";
import { startBelow } from "./below.ts";
import { type OneProcess, startOne } from "./own-process.ts";
import type { OwnProduct } from "./own-product.ts";

export type DoubledProduct = OwnProduct & {
  readonly webs: readonly OneProcess[];
  readonly workers: readonly OneProcess[];
  /** What nginx complained of last. */
  proxyWords(): string;
};

const template = path.resolve(import.meta.dirname, "../../config/deploy/nginx/sanqi.conf.template");

/**
 * The site of config/deploy with its names filled in, as the nginx image does it.
 * @param mostCalls so many calls each process has at a time at most
 */
export function siteOf(ports: readonly number[], listen: number, mostCalls = 512): string {
  const servers = ports.map((port) => `server 127.0.0.1:${port} max_fails=10 fail_timeout=2s`);
  const names: Readonly<Record<string, string>> = {
    SANQI_BFFS: servers.map((server) => `${server} max_conns=${mostCalls};`).join(" "),
    SANQI_SOCKET_BFFS: servers.map((server) => `${server};`).join(" "),
    SANQI_LISTEN: `127.0.0.1:${listen}`,
    SANQI_TLS: "",
  };
  return readFileSync(template, "utf8").replace(/\$\{(SANQI_\w+)\}/g, (_, name: string) => {
    const value = names[name];
    if (value === undefined) throw new Error(`the template names ${name}, which nobody fills in`);
    return value;
  });
}

/**
 * A product for one rush as config/deploy describes it: two web processes behind nginx and two workers on one database, hints
 * over Redis. All four start at once on an empty database.
 */
export async function startDoubledProduct(onDeath: (what: string) => void): Promise<DoubledProduct> {
  const below = await startBelow(onDeath);
  const { databaseUrl, sandboxUrl, keep, stop, now } = below;
  try {
    const redis = await startRedis(keep);
    const ports = [await freePort(), await freePort()];
    const nginx = await startNginx((listen) => siteOf(ports, listen), keep);
    const env = {
      ...below.env,
      SANQI_REDIS_URL: redis.url,
      TRUSTED_PROXIES: "127.0.0.1",
      // Platforms send their notifications to whoever is alive.
      PUBLIC_URL: nginx.url,
    };
    const start = async (role: "web" | "worker", n: number) => {
      const name = `${role} ${n + 1}`;
      const port = role === "web" ? (ports[n] ?? 0) : 0;
      const one = await startOne({ name, port, env: { ...env, SANQI_ROLES: role } }, onDeath);
      keep(one.stop);
      return one;
    };
    const [first, second, third, fourth] = await Promise.all([
      start("web", 0),
      start("web", 1),
      start("worker", 0),
      start("worker", 1),
    ]);
    const all = [first, second, third, fourth];
    const passwords = all.flatMap(({ consolePassword }) => consolePassword ?? []);
    if (passwords.length !== 1)
      throw new Error(`${passwords.length} of four processes made the console's first operator`);
    return {
      ...{ databaseUrl, stop, webs: [first, second], workers: [third, fourth] },
      place: { url: nginx.url, sandbox: sandboxUrl, now },
      consolePassword: passwords[0] ?? null,
      proxyWords: nginx.lastWords,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
