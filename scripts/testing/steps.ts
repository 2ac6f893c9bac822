import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { kafkaLacks, nginxLacks, redisLacks } from "@sanqi/local-services";

export type Tally = { passed: number; failed: number; skipped: number };
export type Step = { readonly name: string; readonly why: string; run(): Promise<Tally> };

const root = path.resolve(import.meta.dirname, "../..");
const bin = (name: string) => path.join(root, "node_modules/.bin", name);

/** Runs a program with its output shown; true where it ended well. */
function succeeds(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.once("error", (error) => {
      console.error(`✗ ${command}: ${error.message}`);
      resolve(false);
    });
    child.once("exit", (code) => resolve(code === 0));
  });
}

/** A check that is one pass or one failure. */
const check = (
  name: string,
  why: string,
  command: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): Step => ({
  name,
  why,
  async run() {
    const good = await succeeds(command, args, env);
    return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 };
  },
});

/** A vitest run, counted test by test. A run that ends badly without a failed test counts as one failure. */
const tests = (name: string, why: string, config: string): Step => ({
  name,
  why,
  async run() {
    const report = path.join(root, "reports", `vitest-${name}.json`);
    rmSync(report, { force: true });
    const good = await succeeds(bin("vitest"), [
      "run",
      "--config",
      config,
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ]);
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
    const counts = JSON.parse(readFileSync(report, "utf8")) as Record<
      "numPassedTests" | "numFailedTests" | "numPendingTests",
      number
    >;
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = counts;
    return { passed, failed: good ? failed : Math.max(1, failed), skipped };
  },
});

/** Leaves a step out where the machine lacks something; that was told, and counted, when the machine was prepared. */
const unless = (lacks: () => string | null, step: Step): Step => ({
  ...step,
  run: async () => (lacks() === null ? step.run() : { passed: 0, failed: 0, skipped: 0 }),
});

const turbo = ["--output-logs=errors-only", "--no-update-notifier", "--concurrency=1"];
const quiet = { TURBO_TELEMETRY_DISABLED: "1" };

/** In this order: what is quick and tells most comes first; what needs the builds comes after them. */
export const steps: readonly Step[] = [
  check("types", "strict TypeScript everywhere", process.execPath, ["scripts/typecheck.ts"]),
  check("lint", "one style, no known mistakes", bin("biome"), ["check", "."]),
  check("boundaries", "apps → adapters → domain → foundation", bin("depcruise"), [
    "--config",
    "config/boundaries.cjs",
    "apps",
    "packages",
    "scripts",
  ]),
  check("dead-code", "nothing that nobody uses", bin("knip"), ["--no-progress"]),
  check(
    "builds",
    "the four hosts and the console",
    bin("turbo"),
    ["run", "build:h5", "build:console", "build:weapp", "build:alipay", "build:dd", ...turbo],
    quiet,
  ),
  check("budgets", "bytes of every bundle", process.execPath, [
    "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON",
    "apps/miniapp/check-budget.ts",
  ]),
  tests("tests", "units, domains on PostgreSQL, scenarios, sandbox, adapters", "config/vitest/tests.ts"),
  tests("bundles", "the compiled mini-programs, from log-in to paid", "config/vitest/bundles.ts"),
  tests("browser", "H5 and console in Chromium, from log-in to delivered", "config/vitest/browser.ts"),
  check("rush", "a small lunch rush, checked", process.execPath, [
    "scripts/rush.ts",
    "--students",
    "40",
    "--minutes",
    "0.3",
  ]),
  unless(
    () => nginxLacks() ?? redisLacks(),
    check("rush-two", "two of each process behind nginx, one of each killed, checked", process.execPath, [
      "scripts/rush.ts",
      "--processes",
      "2",
      "--students",
      "30",
      "--minutes",
      "0.2",
      "--quick",
    ]),
  ),
  unless(
    () => kafkaLacks() ?? redisLacks(),
    check("crash", "processes killed at every step of rushes, judged", process.execPath, [
      "scripts/crash.ts",
      "--seed",
      "22",
      "--minutes",
      "1.5",
      "--kills",
      "40",
    ]),
  ),
];
