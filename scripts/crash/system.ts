import { mkdtempSync } from "node:fs";
import { chmod, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect, type Sql } from "@sanqi/database";
import { freePort, npmBinaries, startPostgres } from "@sanqi/local-postgres";
import { type KafkaServer, type RedisServer, startKafka, startRedis } from "@sanqi/local-services";
import { createSandboxCredentials, envFor } from "@sanqi/sandbox";
import { type Child, startChild } from "../child.ts";
import { shiftToLunch, shiftVariable } from "../rush/noon.ts";
import type { Member } from "./processes.ts";

/** What outlives all rounds: PostgreSQL with its durable defaults, Redis, Kafka and the platforms, each of the run's own. */
export type System = {
  readonly sql: Sql;
  readonly redis: RedisServer;
  readonly kafka: KafkaServer;
  readonly sandboxUrl: string;
  readonly consolePassword: string;
  readonly members: readonly Member[];
  /** Logs of the processes. */
  readonly folder: string;
  readonly postgres: string;
  env(member: Member, bus: "postgres" | "kafka"): NodeJS.ProcessEnv;
  now(): number;
  /** Moves the clock of the sandbox on; whoever moves it tells the product's processes as well. */
  advance(ms: number): { readonly clockShiftMs: number };
  stop(): Promise<void>;
};

const here = (file: string) => path.join(import.meta.dirname, file);
/** A platform that does not answer is given up soon: a round is short. */
const patience = { WECHAT_TIMEOUT_MS: "1500", ALIPAY_TIMEOUT_MS: "1500", DINGTALK_TIMEOUT_MS: "1500" };
/** So few portions of everything that students fight for them. */
const portionsADay = 12;

/** Starts all of it on free ports and fills the database. `stop` is safe to call at any moment. */
export async function startSystem(onDeath: (what: string) => void): Promise<System> {
  const folder = mkdtempSync(path.join(tmpdir(), "sanqi-crash-"));
  // PostgreSQL runs as another user where we are root.
  await chmod(folder, 0o755);
  const running: (() => Promise<unknown>)[] = [];
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= (async () => {
      for (const end of running.reverse()) await end();
    })();
    return stopped;
  };
  let clockShiftMs = shiftToLunch(Date.now());
  try {
    const postgres = await startPostgres({
      binaries: await npmBinaries(),
      dataDir: path.join(folder, "postgres"),
      password: crypto.randomUUID(),
      onSpawn: (end) => running.push(end),
    });
    running.unshift(() => rm(path.join(folder, "postgres"), { recursive: true, force: true, maxRetries: 3 }));
    const admin = connect(postgres.url, { max: 1 });
    await admin.unsafe("create database sanqi");
    await admin.end();
    const databaseUrl = postgres.url.replace(/\/postgres$/, "/sanqi");
    const sql = connect(databaseUrl, { max: 2, name: "sanqi-crash-check" });
    running.push(() => sql.end({ timeout: 1 }));
    const [redis, kafka] = await Promise.all([
      startRedis((end) => running.push(end)),
      startKafka((end) => running.push(end)),
    ]);
    const credentials = createSandboxCredentials();
    const own = () => ({
      ...process.env,
      ...shiftVariable(clockShiftMs),
      LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
    });
    const sandbox: Child<{ url: string }> = await startChild(
      here("sandbox-process.ts"),
      { ...own(), SANQI_CRASH_CREDENTIALS: JSON.stringify(credentials) },
      { exit: (code) => onDeath(`the sandbox stopped with ${code}`), spawn: (end) => running.push(end) },
    );
    const members: Member[] = [];
    for (const role of ["web", "worker"] as const)
      for (const n of [1, 2]) members.push({ name: `${role}-${n}`, role, port: await freePort() });
    const publicPort = members[0]?.port ?? 0;
    const common = () => ({
      ...own(),
      ...envFor(credentials, sandbox.ready.url),
      ...patience,
      // Half of a start is reading and compiling the same files again.
      NODE_COMPILE_CACHE: path.join(folder, "compiled"),
      DATABASE_URL: databaseUrl,
      SANQI_SANDBOX_URL: sandbox.ready.url,
      PUBLIC_URL: `http://127.0.0.1:${publicPort}`,
    });
    const { campusId, consolePassword } = await fill(sql, { ...common(), PORT: String(publicPort) });
    const [row] = await sql<{ serverVersion: string }[]>`show server_version`;
    return {
      ...{ sql, redis, kafka, consolePassword, members, folder, stop },
      sandboxUrl: sandbox.ready.url,
      postgres: row?.serverVersion ?? "",
      env: ({ role, port }, bus) => ({
        ...common(),
        PORT: String(port),
        SANQI_CAMPUS: campusId,
        SANQI_ROLES: role,
        SANQI_BUS: bus,
        SANQI_KAFKA_BROKERS: kafka.brokers,
        SANQI_REDIS_URL: redis.url,
      }),
      now: () => Date.now() + clockShiftMs,
      advance(ms) {
        clockShiftMs += ms;
        // Somebody has pressed Ctrl-C, and the round does not know yet.
        if (sandbox.process.connected) sandbox.process.send({ clockShiftMs });
        return { clockShiftMs };
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The demo campus, written by a process of the product that then leaves; with few portions of everything. */
async function fill(
  sql: Sql,
  env: NodeJS.ProcessEnv,
): Promise<{ campusId: string; consolePassword: string }> {
  const seeding = await startChild<{ consolePassword: string }>(
    here("bff-process.ts"),
    { ...env, SANQI_SEED_DEMO: "1" },
    { exit: () => undefined },
  );
  await seeding.stop();
  await sql`update dish set daily_stock = least(daily_stock, ${portionsADay})`;
  const [campus] = await sql<{ campusId: string }[]>`select campus_id from campus`;
  return { campusId: campus?.campusId ?? "", consolePassword: seeding.ready.consolePassword };
}
