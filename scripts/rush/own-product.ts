import { mkdtempSync } from "node:fs";
import { chmod, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect } from "@sanqi/database";
import { freePort, npmBinaries, startPostgres } from "@sanqi/local-postgres";
import { createSandboxCredentials, envFor } from "@sanqi/sandbox";
import { startChild } from "../child.ts";
import { shiftToLunch, shiftVariable } from "./noon.ts";
import type { Place } from "./world.ts";

export type OwnProduct = {
  readonly place: Place;
  readonly databaseUrl: string;
  readonly consolePassword: string | null;
  stop(): Promise<void>;
};

const here = (file: string) => path.join(import.meta.dirname, file);

/**
 * A product for one rush: PostgreSQL with its durable defaults, platforms and BFF as processes of their own, on free
 * ports, at lunch time. `stop` ends all of it and deletes its data; it is safe to call at any moment.
 */
export async function startOwnProduct(onDeath: (what: string) => void): Promise<OwnProduct> {
  const folder = mkdtempSync(path.join(tmpdir(), "sanqi-rush-"));
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
    const postgres = await startPostgres({
      binaries: await npmBinaries(),
      dataDir: path.join(folder, "postgres"),
      password: crypto.randomUUID(),
    });
    running.push(postgres.stop);
    const admin = connect(postgres.url, { max: 1 });
    await admin.unsafe("create database sanqi");
    await admin.end();
    const databaseUrl = postgres.url.replace(/\/postgres$/, "/sanqi");
    const credentials = createSandboxCredentials();
    const shiftMs = shiftToLunch(Date.now());
    const env = { ...process.env, ...shiftVariable(shiftMs), LOG_LEVEL: process.env.LOG_LEVEL ?? "warn" };
    const sandbox = await startChild<{ url: string }>(
      here("sandbox-process.ts"),
      { ...env, SANQI_RUSH_CREDENTIALS: JSON.stringify(credentials) },
      { exit: (code) => onDeath(`the sandbox stopped with ${code}`), spawn: (end) => running.push(end) },
    );
    const port = await freePort();
    const bff = await startChild<{ port: number; consolePassword: string | null }>(
      here("bff-process.ts"),
      {
        ...env,
        ...envFor(credentials, sandbox.ready.url),
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        SANQI_SANDBOX_URL: sandbox.ready.url,
        SANQI_SEED_DEMO: "1",
      },
      { exit: (code) => onDeath(`the BFF stopped with ${code}`), spawn: (end) => running.push(end) },
    );
    const { consolePassword } = bff.ready;
    const place = {
      url: `http://127.0.0.1:${bff.ready.port}`,
      sandbox: sandbox.ready.url,
      now: () => Date.now() + shiftMs,
    };
    return { place, databaseUrl, consolePassword, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
