import { mkdtempSync } from "node:fs";
import { chmod, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect } from "@sanqi/database";
import { type CampusId, chinaDay, chinaMidnight, day, hour, minute } from "@sanqi/kernel";
import { freePort, npmBinaries, startPostgres } from "@sanqi/local-postgres";
import { createLog, newTraceId } from "@sanqi/observability";
import { createSandboxCredentials, envFor, startSandbox } from "@sanqi/sandbox";
import { readConfig } from "../../apps/bff/src/config/config.ts";
import { startProduct } from "../../apps/bff/src/product.ts";
import { readDemo } from "../../apps/bff/src/seed/demo-content.ts";
import type { CheckedSystem } from "./check.ts";
import { playLunch } from "./lunch.ts";

type Demonstration = { readonly system: CheckedSystem; stop(): Promise<void> };

/**
 * A system of its own, at lunch time: a lunch with payments, partial and full refunds, the next morning, bills with planted
 * differences, and the product's reconciliation of them. `stop` ends all of it and deletes its data.
 */
export async function demonstrate(
  orders: number,
  { say, starting }: { say(line: string): void; starting?(stop: () => Promise<void>): void },
): Promise<Demonstration> {
  const folder = mkdtempSync(path.join(tmpdir(), "sanqi-money-"));
  // PostgreSQL runs as another user where we are root.
  await chmod(folder, 0o755);
  const ends: (() => Promise<unknown>)[] = [
    () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  ];
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= (async () => {
      for (const end of ends.reverse()) await end();
    })();
    return stopped;
  };
  // What is half started when somebody presses Ctrl-C must be stopped, too.
  starting?.(stop);
  try {
    const postgres = await startPostgres({
      binaries: await npmBinaries(),
      dataDir: path.join(folder, "postgres"),
      password: crypto.randomUUID(),
    });
    ends.push(postgres.stop);
    const admin = connect(postgres.url, { max: 1 });
    await admin.unsafe("create database sanqi");
    await admin.end();
    const databaseUrl = postgres.url.replace(/\/postgres$/, "/sanqi");
    const clock = movedClock();
    const credentials = createSandboxCredentials();
    const sandbox = await startSandbox({ credentials, clock, notifyScale: 0.01 });
    ends.push(() => sandbox.close());
    const env = {
      ...envFor(credentials, sandbox.url),
      DATABASE_URL: databaseUrl,
      PORT: String(await freePort()),
      SANQI_SANDBOX_URL: sandbox.url,
      SANQI_SEED_DEMO: "1",
    };
    const log = createLog({ name: "sanqi-bff", level: process.env.LOG_LEVEL ?? "silent" });
    const product = await startProduct(readConfig(env), { clock, log });
    ends.push(() => product.stop());
    const sql = connect(databaseUrl, { max: 4, name: "sanqi-money-check" });
    ends.push(() => sql.end({ timeout: 1 }));

    // The platforms at their worst: everything is told twice, and refunds answer "unknown" after they moved the money.
    await put(`${sandbox.url}/admin/faults`, { notifyTwice: true, alipayTimeoutAfterMoved: true });
    const lunchDay = chinaDay(clock.now());
    await playLunch({ product, clock, sandboxUrl: sandbox.url, env }, orders);
    say(`✓ ${orders} 单午餐，含部分与全部退款 lunches, with partial and full refunds (${lunchDay})`);
    clock.advance(chinaMidnight(clock.now()) + day + 10 * hour + 10 * minute - clock.now());
    const planted =
      (await plant(sandbox.url, "wechatPay", lunchDay)) + (await plant(sandbox.url, "alipay", lunchDay));
    say(`✓ 次日账单中植入 ${planted} 处差异 differences planted in the next morning's bills`);
    const { campusId } = readDemo().ids;
    await reconcile(product, campusId, lunchDay);
    const check = { sandboxUrl: sandbox.url, planted: null, days: 2 };
    return { system: { sql, clock, env, ...check }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Real time, moved to an hour at which the demo's kitchens are open. */
function movedClock() {
  let shift = chinaMidnight(Date.now()) + 11 * hour + 20 * minute - Date.now();
  return {
    now: () => Date.now() + shift,
    advance(ms: number) {
      shift += ms;
    },
  };
}

async function put(url: string, body: object): Promise<void> {
  const response = await fetch(url, { method: "PUT", body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
}

async function plant(sandboxUrl: string, channel: string, of: string): Promise<number> {
  const response = await fetch(`${sandboxUrl}/admin/bills/${channel}/${of}/plant`, { method: "POST" });
  if (!response.ok) throw new Error(`nothing could be planted: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { planted: unknown[] }).planted.length;
}

async function reconcile(
  product: Awaited<ReturnType<typeof startProduct>>,
  campusId: CampusId,
  of: string,
): Promise<void> {
  const { reconciliation } = product.parts.app;
  const runs = await reconciliation.reconcile({ campusId, day: of, channel: null, traceId: newTraceId() });
  if (!runs.ok || runs.value.some((run) => run.state !== "compared"))
    throw new Error(`the bills were not read: ${JSON.stringify(runs)}`);
}
