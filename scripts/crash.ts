/** Kills the product's processes during rushes and judges what is left; see --help. */
import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { kafkaLacks, redisLacks } from "@sanqi/local-services";
import type { Finding } from "./crash/check/evidence.ts";
import { allBoundaries, createKillPlan } from "./crash/kill-plan.ts";
import { createMemory } from "./crash/memory.ts";
import type { Run } from "./crash/parts.ts";
import { playRound } from "./crash/round.ts";
import { startSystem } from "./crash/system.ts";
import { figuresOf, type Outcome } from "./crash/telling.ts";
import { report } from "./report.ts";
import { seededRandom } from "./rush/random.ts";

const help = `用法 Usage: npm run crash -- [选项 options]

在自带的 PostgreSQL、Redis、Kafka 和沙箱上，一边下单一边杀进程、断连接、停服务，每轮之后独立核对。
On a PostgreSQL, Redis, Kafka and sandbox of its own: processes are killed, connections cut and services stopped during rushes;
after each round an independent check reads database, platforms and what people were answered.

  --seed N      随机种子 seed (1)
  --minutes M   几分钟之后不再开始新的一轮 minutes after which no further round begins (3)
  --kills N     少于几次击杀算不通过 kills below which the run does not pass
  --help

过了 --minutes 仍有步骤没有被击中时，会继续到两倍时间为止。 Where some step was not hit by then, it goes on for as long again.`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "1" },
      minutes: { type: "string", default: "3" },
      kills: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const number = (name: "seed" | "minutes" | "kills", max: number) => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || value < 0 || value > max)
      throw new Error(`--${name} must be a number up to ${max}`);
    return value;
  };
  return {
    help: values.help,
    seed: Math.floor(number("seed", 1_000_000)),
    lengthMs: number("minutes", 24 * 60) * 60_000,
    leastKills: values.kills === undefined ? null : number("kills", 1_000_000),
  };
}

type Wanted = { readonly lengthMs: number; readonly leastKills: number | null };

/**
 * Rounds until the time is over and there were kills enough, for as long again while some step was not hit; the first round that
 * does not end clean is the last one, so that it can be looked at.
 */
async function playRounds(run: Run, { lengthMs, leastKills }: Wanted): Promise<Outcome> {
  const start = performance.now();
  const outcome = {
    rounds: 0,
    kills: 0,
    findings: [] as readonly Finding[],
    fallen: [] as string[],
    ambiguousMessages: 0,
  };
  const { boundariesHit } = run.plan;
  for (;;) {
    const passed = performance.now() - start;
    const long = boundariesHit.size < allBoundaries.length ? 2 * lengthMs : lengthMs;
    if (passed > long && outcome.kills >= (leastKills ?? 0)) break;
    const began = performance.now();
    const { kills, findings, fallen, ambiguousMessages } = await playRound(run, outcome.rounds + 1);
    outcome.rounds += 1;
    outcome.kills += kills;
    outcome.fallen.push(...fallen);
    Object.assign(outcome, { findings, ambiguousMessages });
    run.say(
      `第 ${outcome.rounds} 轮 round: ${kills} kills, ${boundariesHit.size} of ${allBoundaries.length} steps hit so far, ` +
        `${run.memory.orders.size} orders, ${findings.length} findings (${((performance.now() - began) / 1_000).toFixed(0)} s)`,
    );
    if (findings.length > 0 || outcome.fallen.length > 0) break;
  }
  return { ...outcome, boundariesHit: boundariesHit.size };
}

async function main(): Promise<number> {
  const options = readArguments();
  if (options.help) {
    console.log(help);
    return 0;
  }
  const lacks = kafkaLacks() ?? redisLacks();
  if (lacks) throw new Error(lacks);
  let dead: (what: string) => void = () => {};
  const died = new Promise<never>((_, reject) => {
    dead = (what) => reject(new Error(what));
  });
  died.catch(() => {});
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => dead(`中断 interrupted by ${signal}`));
  const say = (line: string) => console.error(line);
  say("→ 启动 PostgreSQL、Redis、Kafka 和沙箱 starting them");
  const system = await startSystem(dead);
  let clean = false;
  try {
    const [campus] = await system.sql<{ campusId: string }[]>`select campus_id from campus`;
    const { seed, lengthMs, leastKills } = options;
    const plan = createKillPlan(seededRandom(seed));
    const run = {
      system,
      plan,
      memory: createMemory(),
      campusId: campus?.campusId ?? "",
      since: system.now(),
      seed,
      say,
    };
    const outcome = await Promise.race([died, playRounds(run, { lengthMs, leastKills })]);
    const missing = allBoundaries.filter((boundary) => !plan.boundariesHit.has(boundary));
    if (missing.length > 0) console.log(`没有被击中 not hit: ${missing.join(", ")}`);
    for (const end of outcome.fallen) console.log(`  ✗ fallen_processes: ${end}`);
    for (const { kind, what } of outcome.findings.slice(0, 50)) console.log(`  ✗ ${kind}: ${what}`);
    const { short, file } = report({
      name: "crash",
      postgres: system.postgres,
      figures: figuresOf(outcome, leastKills),
    });
    console.log(`\n→ ${file}`);
    // How many steps are reached in a given time depends on the machine: those that were not are told, and no violation.
    clean = short.every((key) => key === "boundaries_hit");
    const again = `npm run crash -- --seed ${seed} --minutes ${lengthMs / 60_000}`;
    console.log(
      clean
        ? "✓ 崩溃演练通过 the crash run ended clean"
        : `✗ ${short.join(", ")}; ${again}, 日志 logs: ${system.folder}`,
    );
    return clean ? 0 : 1;
  } finally {
    await system.stop();
    if (clean) await rm(system.folder, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error("✗", error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
