import { setTimeout as pause } from "node:timers/promises";
import type { Host } from "@sanqi/kernel";
import type { Random } from "../rush/random.ts";
import type { System } from "./system.ts";

/** Says at the sandbox how one payment will be told of. */
export type SandboxPress = (host: Host, paymentId: string, button: string) => Promise<void>;

export const pressAt =
  (sandboxUrl: string): SandboxPress =>
  async (host, paymentId, button) => {
    const channel = host === "weapp" ? "wechatPay" : "alipay";
    // An order string is a payment at Alipay only once somebody has opened the cashier: then there is nothing to press yet.
    await fetch(`${sandboxUrl}/admin/payments/${channel}/${paymentId}/${button}`, {
      method: "POST",
      body: JSON.stringify({ afterMs: 2_000 }),
    });
  };

const well = {
  slowMs: 0,
  dropNotify: false,
  notifyTwice: false,
  wechatPayDown: false,
  alipayDown: false,
  wechatTimeoutAfterMoved: false,
  alipayTimeoutAfterMoved: false,
  wechatMessages: "ok",
  alipayMessages: "ok",
  dingtalkBusy: false,
  // The run's clock leaps while calls are under way.
  alipayClockStrict: false,
};
/** What befalls the platforms: answers that come late, never (but what was asked is done), with 500 or twice. */
const troubles: Readonly<Record<string, Partial<Record<keyof typeof well, unknown>>>> = {
  late: { slowMs: 900 },
  silent: { slowMs: 2_500 },
  wechatPay500: { wechatPayDown: true },
  alipayDown: { alipayDown: true },
  twice: { notifyTwice: true },
  notificationsLost: { dropNotify: true },
  movedButLost: { wechatTimeoutAfterMoved: true, alipayTimeoutAfterMoved: true },
  messagesDown: { wechatMessages: "down", alipayMessages: "down", dingtalkBusy: true },
};

async function put(sandboxUrl: string, faults: object): Promise<void> {
  const answer = await fetch(`${sandboxUrl}/admin/faults`, { method: "PUT", body: JSON.stringify(faults) });
  if (!answer.ok) throw new Error(`the sandbox refuses its switches: ${await answer.text()}`);
}

export const healPlatforms = (sandboxUrl: string): Promise<void> => put(sandboxUrl, well);

/** One trouble after another, with good hours between them, until the round ends; then the platforms are well. */
export async function troublePlatforms(
  sandboxUrl: string,
  random: Random,
  ended: AbortSignal,
): Promise<void> {
  const rest = (ms: number) => pause(ms, undefined, { signal: ended }).catch(() => undefined);
  while (!ended.aborted) {
    await put(sandboxUrl, { ...well, ...troubles[random.pick(Object.keys(troubles))] });
    await rest(random.within([800, 1_800]));
    await put(sandboxUrl, well);
    await rest(random.within([600, 1_800]));
  }
  await healPlatforms(sandboxUrl);
}

export type Outage = "databaseCut" | "redis" | "kafka";

/** Takes something away for a moment, and brings it back; resolves once it is there again. */
export const outages: Readonly<Record<Outage, (system: System) => Promise<unknown>>> = {
  databaseCut: async ({ sql }) => {
    for (const again of [0, 150]) {
      await pause(again);
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'sanqi-crash-check'`;
    }
  },
  async redis({ redis }) {
    await redis.stop();
    await pause(1_000);
    await redis.start();
  },
  async kafka({ kafka }) {
    await kafka.kill();
    await pause(500);
    await kafka.start();
  },
};
