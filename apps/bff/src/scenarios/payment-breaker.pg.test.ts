import { type AccountId, chinaClockText, type OrderId } from "@sanqi/kernel";
import { until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startProduct } from "../product.ts";
import { pay, place, placeAndPay } from "./lunch.ts";
import { alarms, booksAreSound, faults, moneyOf, press, refundedInFull, untilMoney } from "./money.ts";
import { codeOf, type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let lin: Person;
let chen: Person;
beforeAll(async () => {
  stage = await setStage();
  lin = await stage.as("weapp", "lin");
  chen = await stage.as("alipay", "chen");
});
afterAll(() => stage?.close());
afterEach(async () => {
  await faults(stage, { wechatPayDown: false, dropNotify: false, slowMs: 0 });
  await recovered();
  await booksAreSound(stage);
});

const prepare = (person: Person, orderId: OrderId) =>
  person.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() });
const isPaused = async (channel: string) =>
  (await lin.api.payments.status.query()).find((one) => one.channel === channel)?.paused;

/** People keep tapping until they are told that payment is paused; answers what they were told, in order. */
async function tapUntilPaused(person: Person, orderId: OrderId): Promise<string[]> {
  const told: string[] = [];
  while (told.length < 40 && told.at(-1) !== "PAYMENT_PAUSED")
    told.push(await codeOf(prepare(person, orderId)));
  return told;
}
/** Only time and the timer's work: nobody restarts anything. */
async function recovered(): Promise<void> {
  for (let turn = 0; turn < 20 && (await isPaused("wechatPay")); turn += 1) {
    stage.clock.advance(11_000);
    await stage.product.parts.money.askDue(`${"0".repeat(31)}6`);
  }
}
/** Calls to the payment platforms that this process has made so far. */
async function platformCalls(path: RegExp): Promise<number> {
  const text = await (await fetch(`${stage.url}/metrics`)).text();
  const lines = text
    .split("\n")
    .filter((l) => l.startsWith("sanqi_platform_call_seconds_count") && path.test(l));
  return lines.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

describe("placing an order", () => {
  it("asks no platform for anything: it is answered while all of them hang", async () => {
    await faults(stage, { slowMs: 600_000 });
    const before = await platformCalls(/./);
    const { orderId } = await place(stage, chen);
    expect(await chen.api.orders.get.query({ orderId })).toMatchObject({ payment: "unpaid" });
    expect((await moneyOf(stage, orderId)).payments).toEqual([]);
    expect(await platformCalls(/./)).toBe(before);
    await faults(stage, { slowMs: 0 });
  });
});

describe("a platform that fails", () => {
  it("is given a rest: people are told at once, orders stay, others pay, and payment resumes by itself", async () => {
    const { orderId } = await place(stage, lin);
    const before = await alarms(stage, "paymentPaused");
    await faults(stage, { wechatPayDown: true });
    const told = await tapUntilPaused(lin, orderId);
    expect(told.at(-1)).toBe("PAYMENT_PAUSED");
    expect(new Set(told.slice(0, -1))).toEqual(new Set(["PLATFORM_UNAVAILABLE"]));
    expect(await alarms(stage, "paymentPaused")).toBe(before + 1);

    // Told before they tap, by the clock of their own order.
    expect(await isPaused("wechatPay")).toBe(true);
    expect(await isPaused("alipay")).toBe(false);
    const calls = await platformCalls(/jsapi/);
    expect(calls).toBe(told.length - 1);
    const { orderId: another } = await place(stage, lin);
    const order = await lin.api.orders.get.query({ orderId: another });
    const refusal = await prepare(lin, another).catch(
      (error: { data: { sanqi: { zh: string } } }) => error.data,
    );
    expect(refusal).toMatchObject({
      sanqi: {
        code: "PAYMENT_PAUSED",
        zh: `支付平台暂时繁忙，订单已为你保留到 ${chinaClockText(order.payBy ?? 0)}，恢复后可继续支付`,
      },
    });
    expect(await platformCalls(/jsapi/)).toBe(calls);

    // The other platform is not concerned.
    const { orderId: elsewhere } = await place(stage, chen);
    const paymentId = await pay(stage, chen, elsewhere);
    expect(await chen.api.payments.confirm.mutate({ paymentId })).toEqual({ state: "paid" });

    await faults(stage, { wechatPayDown: false });
    await recovered();
    expect(await isPaused("wechatPay")).toBe(false);
    for (const waiting of [orderId, another]) {
      const mine = await pay(stage, lin, waiting);
      expect(await lin.api.payments.confirm.mutate({ paymentId: mine })).toEqual({ state: "paid" });
    }
    await stage.product.idle();
    expect(await lin.api.orders.get.query({ orderId })).toMatchObject({ payment: "paid" });
  });

  it("stays paused while its probes fail", async () => {
    const { orderId } = await place(stage, lin);
    await faults(stage, { wechatPayDown: true });
    await tapUntilPaused(lin, orderId);
    for (let turn = 0; turn < 5; turn += 1) {
      stage.clock.advance(11_000);
      await stage.product.parts.money.askDue(`${"0".repeat(31)}7`);
    }
    expect(await codeOf(prepare(lin, orderId))).toBe("PAYMENT_PAUSED");
  });

  it("loses no payment that was made before: it is found as soon as the platform is back", async () => {
    await faults(stage, { dropNotify: true });
    const { orderId } = await place(stage, lin);
    const { paymentId } = await prepare(lin, orderId);
    await faults(stage, { wechatPayDown: true });
    await tapUntilPaused(lin, orderId);
    await press(stage, "wechatPay", paymentId, "pay");
    expect(await lin.api.payments.confirm.mutate({ paymentId })).toEqual({ state: "unknown" });
    await faults(stage, { wechatPayDown: false });
    await recovered();
    expect(await lin.api.payments.confirmOrder.mutate({ orderId })).toEqual({ state: "paid" });
    await stage.product.idle();
    expect(await lin.api.orders.get.query({ orderId })).toMatchObject({ payment: "paid" });
    expect((await moneyOf(stage, orderId)).payments).toHaveLength(1);
  });

  it("keeps refunds waiting, in nobody's way at the desk, and makes them once it is back", async () => {
    const sun = await stage.as("weapp", "sun");
    const orderId = await placeAndPay(stage, sun);
    const { orderId: another } = await place(stage, sun);
    await faults(stage, { wechatPayDown: true });
    await tapUntilPaused(sun, another);
    await sun.api.orders.cancel.mutate({ orderId, reason: "" });
    await stage.product.idle();
    const sending = await stage.sql`
      select state, attempts from inbox where key = ${orderId} and consumer = 'send-refund-on-refund-requested'`;
    expect([...sending]).toEqual([{ state: "done", attempts: 1 }]);
    expect((await moneyOf(stage, orderId)).refunds).toMatchObject([{ state: "requested" }]);
    await faults(stage, { wechatPayDown: false });
    await recovered();
    await untilMoney(stage, orderId, refundedInFull);
    expect((await moneyOf(stage, orderId)).refunds).toHaveLength(1);
  });

  it("is found well again by a process that only serves people, too", async () => {
    const { freePort } = await import("@sanqi/local-postgres");
    const { clock, stopwatch, config, ids } = stage;
    const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet };
    const web = await startProduct(
      { ...config, roles: new Set(["web"]), port: await freePort() },
      { clock, stopwatch, log: quiet },
    );
    try {
      const { orderId } = await place(stage, await stage.as("weapp", "tang"));
      const [order] = await stage.sql<{ accountId: AccountId }[]>`
        select account_id from orders where order_id = ${orderId}`;
      const { payments } = web.parts.app;
      const request = { campusId: ids.campusId, accountId: order?.accountId as AccountId, orderId };
      const tap = () =>
        payments.prepare({
          ...request,
          ...{ host: "weapp", key: crypto.randomUUID(), traceId: `${"0".repeat(31)}8` },
          payer: { subjectKind: "openid", subject: "nobody" },
        });
      const state = () => payments.health()[0]?.state;
      await faults(stage, { wechatPayDown: true });
      for (let taps = 0; taps < 40 && state() === "closed"; taps += 1) await tap();
      expect(state()).toBe("open");
      await faults(stage, { wechatPayDown: false });
      clock.advance(11_000);
      expect(
        await until(
          async () => state(),
          (now) => now === "closed",
          30_000,
        ),
      ).toBe("closed");
    } finally {
      await web.stop();
    }
  });

  it("is shown to operators with its figures, in the console and in the metrics", async () => {
    const { orderId } = await place(stage, lin);
    await faults(stage, { wechatPayDown: true });
    await tapUntilPaused(lin, orderId);
    const [wechatPay, alipay] = stage.product.parts.app.payments.health();
    expect(wechatPay).toMatchObject({ channel: "wechatPay", state: "open" });
    expect(wechatPay?.calls).toBeGreaterThanOrEqual(20);
    expect(wechatPay?.failureRate).toBeGreaterThan(0.05);
    expect(alipay).toMatchObject({ channel: "alipay", state: "closed" });
    const metrics = await (await fetch(`${stage.url}/metrics`)).text();
    expect(metrics).toContain('sanqi_payment_paused{channel="wechatPay"} 1');
    expect(metrics).toContain('sanqi_payment_paused{channel="alipay"} 0');
  });
});
