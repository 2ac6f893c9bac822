import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
let running: ChildProcess | undefined;
afterEach(() => {
  running?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function start(env: Record<string, string>): Promise<{ url: string; stop(): Promise<number | null> }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("./main.ts", import.meta.url))], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running = child;
  let out = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${out}`)));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
      const match = /Sandbox 沙箱: (\S+)[\s\S]*DINGTALK_API_BASE=/.exec(out);
      if (match?.[1] !== undefined) resolve(match[1]);
    });
  });
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGTERM");
      }),
  };
}

it("starts alone, makes its credentials once, keeps its data and ends on a signal", async () => {
  const env = {
    SANDBOX_DATA_FILE: join(folder, "data.json"),
    SANDBOX_CREDENTIALS_FILE: join(folder, "keys.json"),
  };
  const first = await start(env);
  const login = await fetch(`${first.url}/device/wechat/subscribe`, {
    method: "POST",
    body: JSON.stringify({ appId: "wxsandbox000000001", person: "lin", tmplIds: ["tmpl-order-accepted"] }),
  });
  expect(login.status).toBe(200);
  expect(await first.stop()).toBe(0);
  const keys = readFileSync(env.SANDBOX_CREDENTIALS_FILE, "utf8");
  expect(statSync(env.SANDBOX_CREDENTIALS_FILE).mode & 0o777).toBe(0o600);
  expect(readFileSync(env.SANDBOX_DATA_FILE, "utf8")).toContain("tmpl-order-accepted");
  const second = await start(env);
  expect(readFileSync(env.SANDBOX_CREDENTIALS_FILE, "utf8")).toBe(keys);
  expect(await second.stop()).toBe(0);
}, 30_000);
