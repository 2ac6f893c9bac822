import { mkdtempSync } from "node:fs";
import { chmod, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect } from "@sanqi/database";
import { npmBinaries, startPostgres } from "@sanqi/local-postgres";
import { createSandboxCredentials, envFor } from "@sanqi/sandbox";
import { startChild } from "../child.ts";
import { shiftToLunch, shiftVariable } from "./noon.ts";

export type Below = {
  readonly databaseUrl: string;
  readonly sandboxUrl: string;
  /** The product's clock. */
  now(): number;
  /** What each process of the product is started with. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends what was started on top of it first. */
  keep(stop: () => Promise<unknown>): void;
  /** Ends everything and deletes its data; safe to call at any moment. */
  stop(): Promise<void>;
};

/** What a rush's own product stands on: PostgreSQL with its durable defaults and the platforms, at lunch time. */
export async function startBelow(onDeath: (what: string) => void): Promise<Below> {
  const folder = mkdtempSync(path.join(tmpdir(), "sanqi-rush-"));
  // PostgreSQL runs as another user where we are root.
  await chmod(folder, 0o755);
  const running: (() => Promise<unknown>)[] = [
    () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  ];
  const keep = (end: () => Promise<unknown>) => void running.push(end);
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= (async () => {
      for (const end of running.reverse()) await end();
    })();
    return stopped;
  };
  try {
    const postgres = await startPostgres({
      binaries: await npmBinaries(),
      dataDir: path.join(folder, "postgres"),
      password: crypto.randomUUID(),
    });
    keep(postgres.stop);
    const admin = connect(postgres.url, { max: 1 });
    await admin.unsafe("create database sanqi");
    await admin.end();
    const databaseUrl = postgres.url.replace(/\/postgres$/, "/sanqi");
    const credentials = createSandboxCredentials();
    const shiftMs = shiftToLunch(Date.now());
    const env = { ...process.env, ...shiftVariable(shiftMs), LOG_LEVEL: process.env.LOG_LEVEL ?? "warn" };
    const sandbox = await startChild<{ url: string }>(
      path.join(import.meta.dirname, "sandbox-process.ts"),
      { ...env, SANQI_RUSH_CREDENTIALS: JSON.stringify(credentials) },
      { exit: (code) => onDeath(`the sandbox stopped with ${code}`), spawn: keep },
    );
    const { url: sandboxUrl } = sandbox.ready;
    return {
      ...{ databaseUrl, sandboxUrl, keep, stop },
      now: () => Date.now() + shiftMs,
      env: {
        ...env,
        ...envFor(credentials, sandboxUrl),
        DATABASE_URL: databaseUrl,
        SANQI_SANDBOX_URL: sandboxUrl,
        SANQI_SEED_DEMO: "1",
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
