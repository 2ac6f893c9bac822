/** Starts the whole product on this machine: database, sandbox, BFF. `scripts/start` calls it after installing. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { connect } from "@sanqi/database";
import { npmBinaries, startPostgres } from "@sanqi/local-postgres";
import { createSandboxCredentials, envFor, type SandboxCredentials, startSandbox } from "@sanqi/sandbox";
import { startChild } from "./child.ts";
import { portFrom } from "./free-port.ts";

const root = path.resolve(import.meta.dirname, "..");
const home = path.join(root, ".sanqi");
const { values: options } = parseArgs({
  options: { reset: { type: "boolean" }, yes: { type: "boolean" }, "no-build": { type: "boolean" } },
});
/** Everything that must be stopped, last started first. */
const running: { name: string; stop(): Promise<unknown> }[] = [];
let stopping: Promise<void> | null = null;

function stopAll(code: number): Promise<void> {
  stopping ??= (async () => {
    for (const part of running.reverse())
      await part.stop().catch((error: unknown) => console.error(`! ${part.name}:`, error));
    process.exit(code);
  })();
  return stopping;
}

async function reset(): Promise<void> {
  if (!existsSync(home)) return;
  if (!options.yes) {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await terminal.question(
      "删除演示数据？所有订单、账号和沙箱记录都会消失。\nDelete the demo's data (orders, accounts, sandbox)? [y/N] ",
    );
    terminal.close();
    if (!/^y(es)?$/i.test(answer.trim())) {
      console.error("保留数据，未启动。 Kept; nothing was started.");
      process.exit(1);
    }
  }
  rmSync(home, { recursive: true, force: true });
}

function build(): void {
  if (options["no-build"]) return;
  console.error("→ 构建页面 building the pages (cached when nothing changed)");
  const turbo = path.join(root, "node_modules/.bin/turbo");
  const targets = ["build:h5", "build:console", "--output-logs=errors-only", "--no-update-notifier"];
  execFileSync(turbo, ["run", ...targets], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  });
}

async function database(): Promise<string> {
  const own = process.env.DATABASE_URL;
  if (own) return own;
  const port = await portFrom(Number(process.env.POSTGRES_PORT ?? 54_329), "PostgreSQL");
  const server = await startPostgres({
    binaries: await npmBinaries(),
    dataDir: path.join(home, "postgres"),
    password: secret("postgres-password"),
    port,
    onSpawn: (stop) => running.push({ name: "PostgreSQL", stop }),
  });
  const admin = connect(server.url, { max: 1 });
  const [found] = await admin`select 1 from pg_database where datname = 'sanqi'`;
  if (!found) await admin.unsafe("create database sanqi");
  await admin.end();
  return server.url.replace(/\/postgres$/, "/sanqi");
}

/** A random word that is made once and kept beside the data. */
function secret(name: string): string {
  const file = path.join(home, name);
  if (!existsSync(file)) writeFileSync(file, crypto.randomUUID(), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

function credentials(): SandboxCredentials {
  const file = path.join(home, "sandbox-credentials.json");
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(createSandboxCredentials()), { mode: 0o600 });
  return JSON.parse(readFileSync(file, "utf8")) as SandboxCredentials;
}

type Ready = { port: number; addresses: { name: string; path: string }[] };

async function main(): Promise<void> {
  if (options.reset) await reset();
  mkdirSync(home, { recursive: true });
  build();
  const keys = credentials();
  const databaseUrl = await database();
  const sandbox = await startSandbox({
    credentials: keys,
    port: await portFrom(Number(process.env.SANDBOX_PORT ?? 8090), "sandbox"),
    dataFile: path.join(home, "sandbox.json"),
  });
  running.push({ name: "sandbox", stop: () => sandbox.close() });
  const port = await portFrom(Number(process.env.PORT ?? 8080), "BFF");
  const bff = await startChild<Ready>(
    path.join(root, "apps/bff/src/main.ts"),
    {
      ...process.env,
      ...envFor(keys, sandbox.url),
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      SANQI_SANDBOX_URL: sandbox.url,
      SANQI_SEED_DEMO: "1",
      LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    },
    {
      exit(code) {
        console.error(`✗ the BFF stopped with ${code}`);
        void stopAll(1);
      },
      spawn: (stop) => running.push({ name: "BFF", stop }),
    },
  );
  announce(bff.ready, sandbox.url);
}

function announce(ready: Ready, sandboxUrl: string): void {
  const base = `http://127.0.0.1:${ready.port}`;
  console.log("\n三栖 Sanqi 已启动 is running\n");
  for (const { name, path: at } of ready.addresses) console.log(`  ${name.padEnd(30)} ${base}${at}`);
  console.log(`  ${"平台沙箱 platform sandbox".padEnd(30)} ${sandboxUrl}/`);
  console.log("\nCtrl-C 停止 stops everything");
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stopAll(0));
main().catch(async (error: unknown) => {
  // Whoever stopped the start needs no word about what did not start.
  if (stopping) return;
  console.error("✗", error instanceof Error ? error.message : error);
  await stopAll(1);
});
