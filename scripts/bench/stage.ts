import { mkdtempSync, readFileSync } from "node:fs";
import { chmod, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect, type Sql } from "@sanqi/database";
import { debianBinaries, freePort, npmBinaries, startPostgres } from "@sanqi/local-postgres";
import { createSandboxCredentials, envFor } from "@sanqi/sandbox";
import { startChild } from "../child.ts";
import { shiftToLunch, shiftVariable } from "../rush/noon.ts";

/** One BFF process under measurement. */
export type Bff = { readonly port: number; readonly pid: number; stop(): Promise<void> };
export type BffSettings = Readonly<Record<string, string>>;

export type BenchStage = {
  readonly databaseUrl: string;
  /** The product's database; another connection after `copyDatabase`. */
  readonly sql: Sql;
  readonly serverVersion: string;
  /** The postmaster's process id. */
  readonly postgresPid: number;
  readonly sandboxUrl: string;
  /** The product's clock, epoch ms: lunch time, so that kitchens are open. */
  now(): number;
  /** What a BFF of this stage is told by its environment, but for its port. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Starts a fresh BFF; what was measured before it leaves no heap, cache or pool behind. */
  startBff(settings?: BffSettings): Promise<Bff>;
  /** A second database with the same rows, while no BFF runs; answers its address. */
  copyDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
};

/**
 * Room in memory for the tables of a run, no checkpoint in the middle of one, and the moment of each commit kept for those who ask;
 * durability as PostgreSQL has it.
 */
const serverSettings = {
  shared_buffers: "1GB",
  max_wal_size: "8GB",
  checkpoint_timeout: "30min",
  track_commit_timestamp: "on",
};

const here = (file: string) => path.join(import.meta.dirname, file);

/** PostgreSQL (Debian's where it is installed, because pgbench comes with it), the sandbox and BFFs as processes of their own. */
export async function openStage(onDeath: (what: string) => void): Promise<BenchStage> {
  const folder = mkdtempSync(path.join(tmpdir(), "sanqi-bench-"));
  // PostgreSQL runs as another user where we are root.
  await chmod(folder, 0o755);
  const running: (() => Promise<unknown>)[] = [
    () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  ];
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= (async () => {
      for (const end of running.reverse()) await end();
    })();
    return stopped;
  };
  try {
    const dataDir = path.join(folder, "postgres");
    const postgres = await startPostgres({
      binaries: debianBinaries(15) ?? (await npmBinaries()),
      dataDir,
      password: crypto.randomUUID(),
      settings: serverSettings,
    });
    running.push(postgres.stop);
    const admin = connect(postgres.url, { max: 1 });
    running.push(() => admin.end({ timeout: 1 }));
    await admin.unsafe("create database sanqi");
    const databaseUrl = postgres.url.replace(/\/postgres$/, "/sanqi");
    const open = () => connect(databaseUrl, { max: 2, name: "sanqi-bench" });
    let sql = open();
    running.push(() => sql.end({ timeout: 1 }));
    const [version] = await sql<{ serverVersion: string }[]>`show server_version`;
    const credentials = createSandboxCredentials();
    const shiftMs = shiftToLunch(Date.now());
    const env = { ...process.env, ...shiftVariable(shiftMs), LOG_LEVEL: process.env.LOG_LEVEL ?? "error" };
    const sandbox = await startChild<{ url: string }>(
      here("../rush/sandbox-process.ts"),
      { ...env, SANQI_RUSH_CREDENTIALS: JSON.stringify(credentials) },
      { exit: (code) => onDeath(`the sandbox stopped with ${code}`), spawn: (end) => running.push(end) },
    );
    const environment = {
      ...env,
      ...envFor(credentials, sandbox.ready.url),
      DATABASE_URL: databaseUrl,
      SANQI_SANDBOX_URL: sandbox.ready.url,
      SANQI_SEED_DEMO: "1",
    };
    const startBff = async (settings: BffSettings = {}): Promise<Bff> => {
      const child = await startChild<{ port: number }>(
        here("../rush/bff-process.ts"),
        { ...environment, PORT: String(await freePort()), ...settings },
        { exit: (code) => onDeath(`the BFF stopped with ${code}`), spawn: (end) => running.push(end) },
      );
      return { port: child.ready.port, pid: child.process.pid ?? 0, stop: child.stop };
    };
    return {
      databaseUrl,
      get sql() {
        return sql;
      },
      serverVersion: version?.serverVersion ?? "",
      postgresPid: Number(readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]),
      sandboxUrl: sandbox.ready.url,
      now: () => Date.now() + shiftMs,
      environment,
      startBff,
      async copyDatabase(name) {
        // A database is copied only while nobody is connected to it.
        await sql.end({ timeout: 1 });
        await admin.unsafe(`drop database if exists ${name} with (force)`);
        await admin.unsafe(`create database ${name} template sanqi`);
        sql = open();
        return postgres.url.replace(/\/postgres$/, `/${name}`);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
