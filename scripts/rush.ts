/** Replays a lunch rush against the product; see --help. */
import { parseArgs } from "node:util";
import { connect } from "@sanqi/database";
import { type Figures, report } from "./report.ts";
import { checkBooks, checkUntilSettled, type Finding } from "./rush/check-books.ts";
import { type Disturbance, disturb } from "./rush/disturb.ts";
import { startDoubledProduct } from "./rush/doubled-product.ts";
import { lunchCurve } from "./rush/lunch-curve.ts";
import { startOwnProduct } from "./rush/own-product.ts";
import { type Played, playLunch } from "./rush/play.ts";
import { codeTable, figuresOf, progressLine, stepTable, unfinished } from "./rush/telling.ts";
import { quickTempo } from "./rush/tempo.ts";
import { witnessOf } from "./rush/witness.ts";
import type { Place } from "./rush/world.ts";

const help = `用法 Usage: npm run rush -- [选项 options]

虚拟同学、厨房和骑手经 HTTP 和 WebSocket 重演一次午高峰，然后核对库存、支付和消息。
Virtual students, kitchens and riders play a lunch rush over HTTP and WebSocket; then stock, payments and messages are checked.

  --students N          多少同学 how many students (500)
  --minutes M           高峰压缩到几分钟 minutes into which the curve is compressed (2)
  --grace S             最后一位到达后最多再等几秒 seconds after the last arrival (180)
  --riders N            骑手数 riders (10, and one more for 6 students)
  --seed N              随机种子 seed of everybody's habits (1)
  --processes N         2: 两个网页进程经 nginx、两个 worker，中途各杀掉一个再启动 two web processes behind nginx and two workers,
                        one of each killed in the middle and started again (1)
  --quick               厨房和骑手快得不真实，用于短检查 cooks and riders are quick beyond belief, for a short check
  --url URL --sandbox URL --database URL
                        对已启动的产品运行 run against a running product (DATABASE_URL also names the database)
  --console-password P  已启动产品的控制台密码，用于邀请更多骑手 lets the rush invite more riders than the demo's four
  --help

没有 --url 时自带一套产品，跑完即删。 Without --url it starts a product of its own and removes it afterwards.`;

/** How long refunds and messages may take after the last delivery. */
const settleMs = 90_000;

function readArguments() {
  const { values } = parseArgs({
    options: {
      students: { type: "string", default: "500" },
      minutes: { type: "string", default: "2" },
      grace: { type: "string", default: "180" },
      riders: { type: "string" },
      seed: { type: "string", default: "1" },
      processes: { type: "string", default: "1" },
      quick: { type: "boolean", default: false },
      url: { type: "string" },
      sandbox: { type: "string" },
      database: { type: "string" },
      "console-password": { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const number = (name: "students" | "minutes" | "grace" | "riders" | "seed", text: string, max: number) => {
    const value = Number(text);
    if (!Number.isFinite(value) || value < 0 || value > max)
      throw new Error(`--${name} must be a number up to ${max}`);
    return value;
  };
  if (!["1", "2"].includes(values.processes)) throw new Error("--processes is 1 or 2");
  const students = Math.max(1, Math.floor(number("students", values.students, 20_000)));
  return {
    ...values,
    doubled: values.processes === "2" && !values.url,
    students,
    lengthMs: number("minutes", values.minutes, 180) * 60_000,
    graceMs: number("grace", values.grace, 3_600) * 1_000,
    // Boxes are fuller in a larger rush, so a small one needs more riders for each meal.
    riders: number("riders", values.riders ?? String(10 + Math.ceil(students / 6)), 1_000),
    seed: number("seed", values.seed, 2 ** 31),
  };
}

type Target = { place: Place; databaseUrl: string; consolePassword: string | null; stop(): Promise<void> };

/** The product that was named, on this machine only: a rush orders hundreds of meals. */
function runningProduct(options: ReturnType<typeof readArguments>): Target {
  const { url = "", sandbox = "http://127.0.0.1:8090" } = options;
  for (const address of [url, sandbox])
    if (!["127.0.0.1", "localhost", "[::1]"].includes(new URL(address).hostname))
      throw new Error(`a rush runs against this machine only, not against ${address}`);
  const databaseUrl = options.database ?? process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error("set --database or DATABASE_URL: the check reads the product's books");
  const plain = (address: string) => address.replace(/\/$/, "");
  return {
    place: { url: plain(url), sandbox: plain(sandbox), now: Date.now },
    databaseUrl,
    consolePassword: options["console-password"] ?? null,
    stop: async () => {},
  };
}

function tell(
  played: Played,
  findings: readonly Finding[],
  { postgres, more }: { postgres: string; more: Figures | null },
): boolean {
  const { world, tookMs, ownDelayMs, riders } = played;
  const { counts } = world.tally;
  console.log(
    `\n用时 took ${Math.round(tookMs / 1_000)} s, ${riders} riders; positions ${counts.positions} (${counts.positionsDropped} dropped), claims lost to another rider ${counts.claimsLost}, double taps ${counts.repeats}, never paid ${counts.unpaid}, refused ${counts.refused}, nothing left to order ${counts.gaveUp}; the load generator itself was late by ${ownDelayMs.toFixed(0)} ms (p99)\n`,
  );
  console.log(`${stepTable(world)}\n`);
  const codes = codeTable(world);
  if (codes) console.log(`未成功的应答 answers that were not yes:\n${codes}\n`);
  const open = unfinished(world);
  if (open.length > 0) console.log(`未完成 unfinished (${open.length}):\n  ${open.join("\n  ")}\n`);
  if (findings.length > 0) {
    const lines = findings.slice(0, 50).map(({ kind, what }) => `  ✗ ${kind}: ${what}`);
    console.log(`核对发现 the check found (${findings.length}):\n${lines.join("\n")}\n`);
  }
  const { short, file } = report({
    name: more ? "rush-two" : "rush",
    postgres,
    figures: { ...figuresOf(played, findings), ...more },
  });
  console.log(`\n→ ${file}`);
  console.log(short.length === 0 ? "✓ 午高峰通过 the rush ended clean" : `✗ ${short.join(", ")}`);
  return short.length === 0;
}

async function main(): Promise<number> {
  const options = readArguments();
  if (options.help) {
    console.log(help);
    return 0;
  }
  let dead: (what: string) => void = () => {};
  const died = new Promise<never>((_, reject) => {
    dead = (what) => reject(new Error(what));
  });
  died.catch(() => {});
  // Before anything starts: what is half started when somebody presses Ctrl-C must be stopped, too.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => dead(`中断 interrupted by ${signal}`));
  if (!options.url) console.error("→ 启动自带的产品 starting a product of its own");
  const doubled = options.doubled ? await startDoubledProduct(dead) : null;
  const target: Target = doubled ?? (options.url ? runningProduct(options) : await startOwnProduct(dead));
  const sql = connect(target.databaseUrl, { max: 1, name: "sanqi-rush-check" });
  try {
    const curve = lunchCurve();
    const { students, lengthMs, graceMs, riders, seed } = options;
    console.error(`→ ${students} students in ${lengthMs / 60_000} min, curve: ${curve.source}`);
    // While most students are at it.
    const disturbance: Disturbance | null = doubled
      ? disturb(doubled, lengthMs * 0.4, (error) => dead(`not started again: ${String(error)}`))
      : null;
    let line = 0;
    const played = await Promise.race([
      died,
      playLunch({
        place: target.place,
        students,
        lengthMs,
        graceMs,
        curve,
        riders,
        seed,
        consolePassword: target.consolePassword,
        ...(options.quick && { tempo: quickTempo }),
        onSecond(world, elapsedMs) {
          disturbance?.onSecond(elapsedMs);
          line += 1;
          if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${progressLine(world, elapsedMs)}`);
          // A log keeps every line, so it gets fewer.
          else if (line % 5 === 0) console.error(progressLine(world, elapsedMs));
        },
      }),
    ]);
    if (played.riders < riders)
      console.error(
        `\n! 只有 ${played.riders} 名骑手 only ${played.riders} riders: --console-password would invite more`,
      );
    const more = disturbance ? await Promise.race([died, disturbance.end(played.world)]) : null;
    console.error("\n→ 核对 checking the books");
    const witness = witnessOf(played.world, played.since);
    const look = async () => checkBooks({ sql, sandbox: await played.world.phone.state(), witness });
    const findings = await Promise.race([died, checkUntilSettled(look, settleMs)]);
    const [row] = await sql<{ serverVersion: string }[]>`show server_version`;
    return tell(played, findings, { postgres: row?.serverVersion ?? "", more }) ? 0 : 1;
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
    await target.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error("✗", error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
