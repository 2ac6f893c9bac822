/** Runs every check and counts; `scripts/test` calls it after installing. */
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { prepareMachine } from "./testing/prerequisites.ts";
import { steps, type Tally } from "./testing/steps.ts";

const root = path.resolve(import.meta.dirname, "..");
const { values: options } = parseArgs({
  options: { "install-only": { type: "boolean" }, only: { type: "string" }, list: { type: "boolean" } },
});
if (options.list) {
  for (const step of steps) console.log(`${step.name.padEnd(12)} ${step.why}`);
  process.exit(0);
}
mkdirSync(path.join(root, "reports"), { recursive: true });
const leftOut = await prepareMachine();
if (options["install-only"]) {
  for (const reason of leftOut) console.error(`! ${reason}`);
  console.error("→ everything is prepared");
  process.exit(0);
}
if (!existsSync(path.join(root, "../shared/data"))) {
  leftOut.push(
    "the shared data folder is not beside the checkout, so its imports and published vectors are not tested",
  );
}

const names = options.only?.split(",");
const unknown = names?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`✗ no such step: ${unknown.join(", ")} (see --list)`);
  process.exit(2);
}
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const summary: string[] = [];
for (const step of steps.filter((s) => !names || names.includes(s.name))) {
  const start = performance.now();
  console.error(`\n━━ ${step.name}: ${step.why}`);
  const tally = await step.run();
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  summary.push(
    `${tally.failed > 0 ? "✗" : "✓"} ${step.name.padEnd(12)} ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped (${seconds} s)`,
  );
}
// Whoever reads only the end must see what was not tested; on CI only the shared data may be missing.
const machineParts = leftOut.filter((reason) => reason.includes("is missing"));
if (process.env.CI === "true" && machineParts.length > 0) total.failed += machineParts.length;
else total.skipped += machineParts.length;
console.log(`\n${summary.join("\n")}`);
for (const reason of leftOut) console.log(`! left out: ${reason}`);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`,
);
process.exitCode = total.failed > 0 ? 1 : 0;
