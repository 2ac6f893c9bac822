/**
 * npm runs no install script of any package here (.npmrc: ignore-scripts). The few that are really needed stand in
 * package-scripts.json, each with its reason, and are run by name.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

type Step = { package: string; script: string; why: string };
const root = path.resolve(import.meta.dirname, "..");
const steps = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "package-scripts.json"), "utf8"),
) as Step[];

for (const step of steps) {
  const name = step.package.replace("{platform}", process.platform).replace("{arch}", process.arch);
  const folder = path.join(root, "node_modules", name);
  if (!existsSync(folder)) {
    console.error(`! ${name} is not installed on this platform: ${step.why}`);
    continue;
  }
  execFileSync(process.execPath, [step.script], { cwd: folder, stdio: "inherit" });
}
