/** Holds orders, stock, ledger and the platforms' bills against each other; see --help. */
import { parseArgs } from "node:util";
import { connect } from "@sanqi/database";
import { type CheckedSystem, checkMoney } from "./money-check/check.ts";
import { demonstrate } from "./money-check/demonstration.ts";
import { report } from "./report.ts";

const help = `用法 Usage: npm run money:check [-- 选项 options]

核对订单、库存、账本和支付平台的账单，不改动任何东西；写入 reports/money.json。
Holds orders, stock, ledger and the platforms' bills against each other and changes nothing; writes reports/money.json.

  --database URL   要核对的数据库 the database (DATABASE_URL)；平台配置取自环境变量，同 doctor
                   the platforms' settings come from the environment, as for the doctor
  --sandbox URL    沙箱地址，读取平台的实际收支和植入的差异 the sandbox, for what it really did and what was planted
                   (SANQI_SANDBOX_URL)
  --planted N      已知的差异数 how many differences are known to be in the bills
  --days N         核对最近几天的账单 how many days' bills to read (3)
  --orders N       演示的午餐数 how many lunches the demonstration plays (60)
  --help

没有数据库时自带一套产品演示：午餐、退款、次日账单、植入差异，再核对，之后删除。
Without a database it demonstrates on a product of its own: a lunch, refunds, the next morning's bills with planted
differences, and the check; then removes it. 有不达标则退出码 1 exit code 1 where something falls short.`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      database: { type: "string" },
      sandbox: { type: "string" },
      planted: { type: "string" },
      days: { type: "string", default: "3" },
      orders: { type: "string", default: "60" },
      help: { type: "boolean", default: false },
    },
  });
  const whole = (name: string, text: string, max: number): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value > max) throw new Error(`--${name} must be a whole number up to ${max}`);
    return value;
  };
  return {
    help: values.help,
    databaseUrl: values.database ?? process.env.DATABASE_URL ?? null,
    sandboxUrl: values.sandbox ?? process.env.SANQI_SANDBOX_URL ?? null,
    planted: values.planted === undefined ? null : whole("planted", values.planted, 100_000),
    days: Math.max(1, whole("days", values.days, 90)),
    orders: Math.max(1, whole("orders", values.orders, 1_000)),
  };
}

function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => void stop().finally(() => process.exit(1)));
}

async function checkedSystem(
  options: ReturnType<typeof readArguments>,
): Promise<{ system: CheckedSystem; stop(): Promise<void> }> {
  const { databaseUrl, sandboxUrl, planted, days, orders } = options;
  if (databaseUrl === null) {
    console.error("→ 启动自带的产品 starting a product of its own");
    return demonstrate(orders, { say: console.error, starting: stopOnSignal });
  }
  const sql = connect(databaseUrl, { max: 2, name: "sanqi-money-check" });
  return {
    system: { sql, clock: { now: Date.now }, env: process.env, sandboxUrl, planted, days },
    stop: () => sql.end({ timeout: 1 }),
  };
}

async function main(): Promise<number> {
  const options = readArguments();
  if (options.help) {
    console.log(help);
    return 0;
  }
  const { system, stop } = await checkedSystem(options);
  try {
    const { figures, complaints } = await checkMoney(system);
    const [row] = await system.sql<{ serverVersion: string }[]>`show server_version`;
    for (const complaint of complaints.slice(0, 50)) console.error(`  ✗ ${complaint}`);
    const { short, file } = report({ name: "money", postgres: row?.serverVersion ?? null, figures });
    console.log(`\n→ ${file}`);
    console.log(short.length === 0 ? "✓ 账目一致 the books agree" : `✗ ${short.join(", ")}`);
    return short.length === 0 ? 0 : 1;
  } finally {
    await stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error("✗", error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
