/** Measures the order path; see --help. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Bench, openBench } from "./bench/context.ts";
import { tableOf, withTable } from "./bench/doc-table.ts";
import { earlierFigures, goodSides, inReportOrder, isPart, type PartName, parts } from "./bench/figures.ts";
import { quick, sizeOf, type Wished } from "./bench/size.ts";
import { type Figures, report } from "./report.ts";

const help = `用法 Usage: npm run bench:orders -- [选项 options]

在本机两个核上测量下单路径：数据库、后端、平台沙箱和负载都在这台机器上。
Measures the order path: database, BFF, sandbox and load generator share this machine. Run it on a quiet one.

  --only a,b            只测这些 only these: ${Object.keys(parts).join(", ")}
                        (默认除 growth 外全部 default: all but growth, which loads millions of old orders)
  --runs N              每项重复几次，取中位数 runs of each, of which the median counts (3)
  --seconds N           每次测几秒 seconds of each run (10)
  --quick               很小的一遍，只看能否运行 a tiny pass that shows whether everything runs; its numbers mean nothing
  --flood N             同时到达的订单 orders that arrive at once (10000)
  --clients N           每个平台的实时连接 live connections of each of three hosts (1000)
  --in-flight N         待付款订单 orders in flight for the kitchens (3000)
  --old N               growth 的旧订单数 old orders for growth (10000000, needs about 40 GB of disk)
  --profile             每个后端进程写 CPU 剖析 a CPU profile of each BFF into reports/profiles, its top shown; costs speed
  --docs                只把 reports/orders.json 写进 docs/performance.md only write the report into docs/performance.md
  --help

结果 results: reports/orders.json；没有重测的项保留上次的数 what was not measured keeps its last value.
未达标只标记，不算失败 a missed aim is marked, never a failure.`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      only: { type: "string" },
      runs: { type: "string", default: "3" },
      seconds: { type: "string", default: "10" },
      quick: { type: "boolean", default: false },
      flood: { type: "string", default: "10000" },
      clients: { type: "string", default: "1000" },
      "in-flight": { type: "string", default: "3000" },
      old: { type: "string", default: "10000000" },
      profile: { type: "boolean", default: false },
      docs: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const whole = (name: "runs" | "seconds" | "flood" | "clients" | "in-flight" | "old") => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number above 0`);
    return value;
  };
  const wished: Wished = {
    ...{ runs: whole("runs"), seconds: whole("seconds"), flood: whole("flood") },
    ...{ clients: whole("clients"), inFlight: whole("in-flight"), old: whole("old") },
  };
  const wanted = values.only?.split(",").map((name) => name.trim());
  const unknown = wanted?.find((name) => !isPart(name));
  if (unknown !== undefined) throw new Error(`--only knows ${Object.keys(parts).join(", ")}, not ${unknown}`);
  const all = Object.keys(parts).filter((name) => name !== "growth");
  const names = (wanted ?? all) as PartName[];
  return { size: values.quick ? quick : sizeOf(wished), names, values };
}

/** Numbers in documents come from a report, never from a hand. */
function writeDocs(): void {
  const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, "..", file), "utf8");
  const table = tableOf(JSON.parse(read("reports/orders.json")), goodSides);
  const file = "docs/performance.md";
  writeFileSync(path.resolve(import.meta.dirname, "..", file), withTable(read(file), table));
  console.log(`→ ${file}\n${table}`);
}

async function main(): Promise<void> {
  const { size, names, values } = readArguments();
  if (values.help) return console.log(help);
  if (values.docs) return writeDocs();
  let dead: (what: string) => void = () => {};
  const died = new Promise<never>((_, reject) => {
    dead = (what) => reject(new Error(what));
  });
  died.catch(() => {});
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => dead(`中断 interrupted by ${signal}`));
  console.error("→ 启动 starting PostgreSQL, sandbox, load generator");
  const opened = openBench({
    ...{ size, placePath: "/orders", onDeath: dead },
    ...(values.profile ? { profileInto: path.resolve(import.meta.dirname, "../reports/profiles") } : {}),
    say: (line) => console.error(line),
  });
  let bench: Bench | null = null;
  try {
    bench = await Promise.race([died, opened]);
    let figures: Figures = {};
    for (const name of names) {
      console.error(`→ ${name}: ${parts[name].title}`);
      figures = { ...figures, ...(await Promise.race([died, parts[name].run(bench)])) };
    }
    const name = values.quick ? "orders-quick" : "orders";
    const told = inReportOrder({ ...earlierFigures(name), ...figures });
    const { file, short } = report({ name, postgres: bench.stage.serverVersion, figures: told });
    console.log(`\n本次测得 measured just now: ${Object.keys(figures).join(", ")}`);
    console.log(`\n→ ${file}${short.length > 0 ? `\n✗ ${short.join(", ")}` : ""}`);
  } finally {
    await (await opened.catch(() => null))?.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error("✗", error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
