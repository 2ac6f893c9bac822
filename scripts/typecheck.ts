/** Checks all TypeScript with the native compiler: server and scripts in one pass, each client with its own settings. */
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const compiler = path.join(root, "node_modules/typescript-native/bin/tsc");
const projects = [
  "config/tsconfig/server.json",
  "apps/miniapp/tsconfig.json",
  "apps/miniapp/harness/tsconfig.json",
  "apps/console/tsconfig.json",
];
let failed = false;
for (const project of projects) {
  const { status } = spawnSync(process.execPath, [compiler, "-p", project, "--noEmit"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) failed = true;
}
process.exitCode = failed ? 1 : 0;
