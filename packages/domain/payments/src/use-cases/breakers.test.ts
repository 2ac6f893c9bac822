import { err, fen, hour, manualClock, minute, ok, type PaymentId, second, toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { breakerRules } from "../domain/index.ts";
import { probePaused } from "./ask-due.ts";
import { createBreakers } from "./breakers.ts";
import type { Channel, Gateways, PaymentGateway, PrepareRequest } from "./ports.ts";
import type { PaymentDeps } from "./prepare.ts";

const paymentId = toId("payment", `pay_${"0".repeat(20)}`);
const refundId = toId("refund", `rfd_${"0".repeat(20)}`);
const cashier = (host: PrepareRequest["host"]): PrepareRequest => ({
  ...{ paymentId, host, payer: null, amount: fen(1300), description: "午饭", expiresAt: 0, notifyUrl: "" },
});

/** Both platforms answer alike: after `takesMs`, with or without an answer. */
function scene({ stored = paymentId }: { stored?: PaymentId | null } = {}) {
  const clock = manualClock(1_763_800_000_000);
  const platform = { takesMs: 10, answers: true, calls: 0 };
  let elapsed = 0;
  const alarms: string[] = [];
  const answer = async <T>(value: T) => {
    platform.calls += 1;
    elapsed += platform.takesMs;
    return platform.answers ? ok(value) : err({ kind: "gatewayUnknown", detail: "lost" } as const);
  };
  const gateway = (channel: Channel): PaymentGateway => ({
    channel,
    refundSpacingMs: 0,
    prepare: () => answer({ params: { kind: "alipay", tradeNo: "1" } as const, expiresAt: 0 }),
    query(of) {
      asked.push(of);
      return answer(null);
    },
    close: () => answer("closed"),
    refund: () => answer({ refundId, state: "succeeded", amount: fen(1) } as const),
    queryRefund: () => answer(null),
    readNotification: () => err({ kind: "notificationMalformed", detail: "" }),
    answer: () => ({ status: 200, contentType: "", body: "" }),
  });
  const gateways: Gateways = { wechatPay: gateway("wechatPay"), alipay: gateway("alipay") };
  const raise = (kind: string) => void alarms.push(kind);
  const breakers = createBreakers({ gateways, clock, stopwatch: () => elapsed, alarms: { raise } });
  const { wechatPay } = breakers.serving;
  const lunchHour = async (calls: number = breakerRules.minCalls) => {
    for (let i = 0; i < calls; i += 1) await wechatPay.prepare(cashier("weapp"));
  };
  const wait = (ms: number) => {
    elapsed += ms;
  };
  const asked: PaymentId[] = [];
  /** The timer of a process in which nothing is due. */
  const timer = () => {
    const store = { due: async () => [], anyPayment: async () => stored };
    const deps = { store, clock } as unknown as PaymentDeps;
    return probePaused(deps, { breakers, asking: null as never }, "t");
  };
  return { clock, wait, platform, breakers, alarms, asked, wechatPay, lunchHour, timer };
}

describe("people's calls to a platform", () => {
  it("pass while it is well, and count as failed when they take longer than anybody waits", async () => {
    const { platform, breakers, lunchHour, alarms } = scene();
    await lunchHour();
    expect(breakers.admits("wechatPay")).toBe(true);
    platform.takesMs = breakerRules.slowMs + 1;
    await lunchHour(2);
    expect(breakers.admits("wechatPay")).toBe(false);
    expect(breakers.admits("alipay")).toBe(true);
    expect(alarms).toEqual(["paymentPaused"]);
  });

  it("are answered at once, and not made, while it is given a rest", async () => {
    const { platform, breakers, lunchHour, wechatPay } = scene();
    platform.answers = false;
    await lunchHour();
    platform.calls = 0;
    const refund = { refundId, paymentId, amount: fen(1), total: fen(1), reason: "", notifyUrl: "" };
    const answers = await Promise.all([
      wechatPay.prepare(cashier("weapp")),
      wechatPay.query(paymentId),
      wechatPay.close(paymentId),
      wechatPay.refund(refund),
      wechatPay.queryRefund(refund),
    ]);
    expect(answers.map((a) => !a.ok && a.error.kind)).toEqual(Array(5).fill("gatewayUnknown"));
    expect(platform.calls).toBe(0);
    await breakers.serving.alipay.query(paymentId);
    expect(platform.calls).toBe(1);
  });

  it("that only sign something here say nothing about the platform", async () => {
    const { breakers } = scene();
    for (let i = 0; i < 30; i += 1) await breakers.serving.alipay.prepare(cashier("dd"));
    expect(breakers.health()[1]).toMatchObject({ channel: "alipay", calls: 0 });
  });
});

describe("the timer's questions", () => {
  it("are the probes after the rest, and close the breaker by themselves", async () => {
    const { wait, platform, breakers, lunchHour, timer } = scene();
    platform.answers = false;
    await lunchHour();
    platform.calls = 0;
    await timer();
    expect(platform.calls).toBe(0);
    wait(breakerRules.restMs);
    await timer();
    expect([platform.calls, breakers.questions("wechatPay")]).toEqual([1, "none"]);
    platform.answers = true;
    wait(breakerRules.restMs);
    for (let i = 0; i < breakerRules.goodProbes; i += 1) {
      expect(breakers.questions("wechatPay")).toBe("probe");
      await timer();
      wait(3 * second);
    }
    expect(breakers.questions("wechatPay")).toBe("all");
    expect(breakers.health()[0]).toMatchObject({ state: "closed", calls: 0, failureRate: 0 });
  });

  it("go by time that passes, whatever becomes of the wall clock", async () => {
    const { clock, wait, platform, breakers, lunchHour } = scene();
    platform.answers = false;
    await lunchHour(breakerRules.minCalls - 1);
    clock.advance(-hour);
    wait(2 * minute);
    await lunchHour(1);
    expect(breakers.admits("wechatPay")).toBe(true);
    await lunchHour();
    expect(breakers.health()[0]).toMatchObject({ state: "open", since: clock.now() });
    clock.advance(-hour);
    wait(breakerRules.restMs);
    expect(breakers.questions("wechatPay")).toBe("probe");
  });

  const other = toId("payment", `pay_${"1".repeat(20)}`);
  const refund = { refundId, paymentId: other, amount: fen(1), total: fen(1), reason: "", notifyUrl: "" };
  it.each([
    ["prepare", (to: PaymentGateway) => to.prepare({ ...cashier("weapp"), paymentId: other })],
    ["query", (to: PaymentGateway) => to.query(other)],
    ["close", (to: PaymentGateway) => to.close(other)],
    ["queryRefund", (to: PaymentGateway) => to.queryRefund(refund)],
    ["refund", (to: PaymentGateway) => to.refund(refund)],
  ] as const)("are about the payment that a call (%s) was last about", async (_name, call) => {
    const { wait, platform, asked, lunchHour, wechatPay, breakers, timer } = scene();
    platform.answers = false;
    await lunchHour();
    await call(wechatPay);
    wait(breakerRules.restMs);
    asked.length = 0;
    platform.answers = true;
    for (let i = 0; i < breakerRules.goodProbes; i += 1) await timer();
    expect(asked).toEqual(Array(breakerRules.goodProbes).fill(other));
    expect(breakers.admits("wechatPay")).toBe(true);
  });

  it.each([
    ["another payment", other],
    ["nothing, and the breaker closes, where there is no other", null],
  ] as const)("are about %s once one got no answer", async (_name, stored) => {
    const { wait, platform, asked, lunchHour, breakers, timer } = scene({ stored });
    platform.answers = false;
    await lunchHour();
    wait(breakerRules.restMs);
    await timer();
    platform.answers = true;
    wait(breakerRules.restMs);
    for (let i = 0; i < breakerRules.goodProbes; i += 1) await timer();
    expect(asked).toEqual([paymentId, ...(stored ? Array(breakerRules.goodProbes).fill(stored) : [])]);
    expect(breakers.admits("wechatPay")).toBe(true);
  });
});
