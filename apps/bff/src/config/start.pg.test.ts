import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createSandboxCredentials, envFor, type Sandbox, startSandbox } from "@sanqi/sandbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

const main = path.resolve(import.meta.dirname, "../main.ts");
const credentials = createSandboxCredentials();
let sandbox: Sandbox;
let database: TestDatabase;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  sandbox = await startSandbox({ credentials, clock: { now: Date.now }, notifyScale: 0.001 });
  database = await testDatabase([]);
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
});
afterAll(async () => {
  await sandbox?.close();
  await database?.drop();
});

type Env = Record<string, string | undefined>;
type Ready = { port: number; consolePassword: string | null };

/** The real main.ts in a process of its own, with nothing in its environment but what is given here. */
function start(env: Env, ipc = false) {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, ...env } as NodeJS.ProcessEnv,
    stdio: ipc ? ["ignore", "pipe", "pipe", "ipc"] : ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  let said = "";
  const notices: string[] = [];
  child.stdout?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, said })),
  );
  const ready = new Promise<Ready>((resolve, reject) => {
    child.on("message", (message) => {
      const told = message as { ready?: Ready; notice?: string };
      if (told.notice) notices.push(told.notice);
      if (told.ready) resolve(told.ready);
    });
    void ended.then(({ said: all }) => reject(new Error(all)));
  });
  ready.catch(() => undefined);
  return { child, ended, ready, notices };
}

const demo = (): Env => ({
  ...envFor(credentials, sandbox.url),
  DATABASE_URL: database.url,
  PORT: "0",
  SANQI_SEED_DEMO: "1",
  SANQI_SANDBOX_URL: sandbox.url,
});

describe("main.ts", () => {
  it("with sandbox keys in production exits with 1 and every reason", async () => {
    const { code, said } = await start({
      ...demo(),
      NODE_ENV: "production",
      PUBLIC_URL: "http://sanqi.example",
    }).ended;
    expect(code).toBe(1);
    expect(said).toContain("must not serve real people");
    for (const name of [
      "SANQI_SEED_DEMO",
      "SANQI_SANDBOX_URL",
      "PUBLIC_URL",
      "WECHAT_APP_ID",
      "ALIPAY_GATEWAY",
      "DATABASE_URL",
    ])
      expect(said).toContain(`- ${name}`);
    expect(said).not.toContain(credentials.env.WECHAT_APP_SECRET);
  });

  it("without a database names the variable and exits with 1", async () => {
    const { code, said } = await start({ ...demo(), DATABASE_URL: undefined }).ended;
    expect(code).toBe(1);
    expect(said).toContain("✗ DATABASE_URL is not set");
  });

  it("with an unreachable database exits with 1 and does not print its password", async () => {
    const { code, said } = await start({
      ...demo(),
      DATABASE_URL: "postgres://sanqi:very-secret-word@127.0.0.1:1/sanqi",
    }).ended;
    expect(code).toBe(1);
    expect(said).toContain("✗");
    expect(said).not.toContain("very-secret-word");
  });

  it.each(["WECHATPAY_APIV3_KEY", "ALIPAY_APP_PRIVATE_KEY", "DINGTALK_APP_SECRET"])(
    "without %s names it and exits with 1",
    async (name) => {
      const { code, said } = await start({ ...demo(), [name]: undefined }).ended;
      expect(code).toBe(1);
      expect(said).toContain(name);
    },
  );

  it("starts the demo on its defaults, prints the console's password once, and stops on SIGTERM with 0", async () => {
    const first = start(demo(), true);
    const { port, consolePassword } = await first.ready;
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    expect(consolePassword?.length).toBeGreaterThanOrEqual(16);
    expect(first.notices.filter((text) => text.includes(consolePassword ?? ""))).toHaveLength(1);
    first.child.kill("SIGTERM");
    const { code, said } = await first.ended;
    expect(code).toBe(0);
    expect(said).not.toContain(consolePassword);
    const second = start(demo(), true);
    expect((await second.ready).consolePassword).toBeNull();
    expect(second.notices).toEqual([]);
    second.child.kill("SIGINT");
    expect((await second.ended).code).toBe(0);
  });
});
