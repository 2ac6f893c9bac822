import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { HostName } from "./phone.ts";

const app = path.join(import.meta.dirname, "..");
const repository = path.join(app, "../..");
const hosts: readonly HostName[] = ["weapp", "alipay", "dd"];
const command = ["turbo", "run", ...hosts.map((host) => `build:${host}`), "--concurrency=1"];

/** What a build is made of; workspace packages reach it through their domain code. */
const sources = [
  "apps/miniapp/src",
  "apps/miniapp/config",
  "apps/miniapp/babel.config.js",
  "apps/miniapp/package.json",
  "packages/foundation/kernel/src",
  ...readdirSync(path.join(repository, "packages/domain")).map(
    (name) => `packages/domain/${name}/src/domain`,
  ),
];

function newest(place: string): number {
  if (!existsSync(place)) return 0;
  const stat = statSync(place);
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(place) ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}

const distOf = (root: string, host: HostName) => path.join(root, host);

/**
 * Folder of the compiled mini-programs, one per host. Builds that are missing or older than the sources are made by
 * the repository's own command, which takes them from its cache where the content is known. `SANQI_BUNDLES` names a
 * folder whose bundles are taken as they are.
 */
export function bundlesFolder(): string {
  if (process.env.SANQI_BUNDLES) return process.env.SANQI_BUNDLES;
  const dist = path.join(app, "dist");
  const changed = Math.max(...sources.map((source) => newest(path.join(repository, source))));
  const built = hosts.map((host) => path.join(distOf(dist, host), "app.json"));
  if (built.every((file) => existsSync(file) && statSync(file).mtimeMs >= changed)) return dist;
  const run = spawnSync("npx", command, {
    cwd: repository,
    encoding: "utf8",
    env: { ...process.env, CI: "1" },
  });
  if (run.status !== 0)
    throw new Error(
      `the bundles could not be built; run: npx ${command.join(" ")}\n${run.stdout}${run.stderr}`,
    );
  return dist;
}
