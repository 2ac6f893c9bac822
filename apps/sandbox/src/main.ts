import { readFileSync, writeFileSync } from "node:fs";
import { createSandboxCredentials, envFor, type SandboxCredentials } from "./credentials.ts";
import { startSandbox } from "./server.ts";

/** Reads the credentials file, or makes one with fresh keys, readable by its owner only. */
function credentialsAt(path: string | undefined): SandboxCredentials {
  if (path === undefined) return createSandboxCredentials();
  try {
    return JSON.parse(readFileSync(path, "utf8")) as SandboxCredentials;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
  }
  const fresh = createSandboxCredentials();
  writeFileSync(path, JSON.stringify(fresh, null, 2), { mode: 0o600 });
  return fresh;
}

const {
  SANDBOX_PORT,
  SANDBOX_HOST,
  SANDBOX_DATA_FILE,
  SANDBOX_CREDENTIALS_FILE,
  SANDBOX_NOTIFY_SCALE,
  SANDBOX_LOG,
} = process.env;

const credentials = credentialsAt(SANDBOX_CREDENTIALS_FILE);
const sandbox = await startSandbox({
  credentials,
  port: Number(SANDBOX_PORT ?? 0),
  ...(SANDBOX_HOST ? { host: SANDBOX_HOST } : {}),
  ...(SANDBOX_DATA_FILE ? { dataFile: SANDBOX_DATA_FILE } : {}),
  ...(SANDBOX_NOTIFY_SCALE ? { notifyScale: Number(SANDBOX_NOTIFY_SCALE) } : {}),
  ...(SANDBOX_LOG === "1" ? { log: (line: string) => console.error(line) } : {}),
});
let closing = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    void sandbox.close().then(() => process.exit(0));
  });
}

console.log(`Sandbox 沙箱: ${sandbox.url}`);
for (const name of [
  "WECHAT_API_BASE",
  "WECHATPAY_BASE",
  "ALIPAY_GATEWAY",
  "DINGTALK_OAPI_BASE",
  "DINGTALK_API_BASE",
] as const) {
  console.log(`  ${name}=${envFor(credentials, sandbox.url)[name]}`);
}
