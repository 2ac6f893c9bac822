import { minute } from "@sanqi/kernel";
import type { PaymentGateway } from "@sanqi/payments/use-cases";
import { createWechatLogin, createWechatPayGateway, readWechatConfig } from "@sanqi/wechat";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type Bench,
  lunch,
  must,
  refundOf,
  startBench,
  startWebhook,
  type Webhook,
} from "./sandbox-bench.ts";

let bench: Bench;
let gateway: PaymentGateway;
let webhook: Webhook;
let appId: string;

beforeAll(async () => {
  bench = await startBench();
  gateway = createWechatPayGateway(readWechatConfig(bench.env), bench.deps);
  webhook = await startWebhook(gateway);
  appId = bench.env.WECHAT_APP_ID;
});
afterAll(async () => {
  await webhook.close();
  await bench.close();
});
afterEach(() =>
  bench.faults({
    wechatPayDown: false,
    wechatPayLimited: "off",
    wechatOrderPaid: "ORDER_PAID",
    wechatRefund: "ok",
    wechatSignTest: false,
    notifyTwice: false,
  }),
);

async function order(person = "lin") {
  const { code } = await bench.phone("wechat/login", { appId, person });
  const login = createWechatLogin(readWechatConfig(bench.env), bench.deps);
  const payer = must(await login.exchange(String(code)));
  return lunch(bench, webhook, { host: "weapp", payer });
}

async function pay(request: Awaited<ReturnType<typeof order>>, person = "lin", outcome = "pay") {
  const { params } = must(await gateway.prepare(request));
  return bench.phone("wechat/request-payment", { appId, person, ...params, outcome });
}

async function paidOrder() {
  const request = await order();
  expect(await pay(request)).toEqual({ errMsg: "requestPayment:ok" });
  expect(must(await webhook.next())).toMatchObject({
    kind: "payment",
    payment: { paymentId: request.paymentId },
  });
  return request;
}

describe("a WeChat payment", () => {
  it("goes from prepay to a notification that is read, and the query says the same", async () => {
    const request = await order();
    expect(must(await gateway.query(request.paymentId))).toBeNull();
    const { params, expiresAt } = must(await gateway.prepare(request));
    expect(expiresAt).toBe(request.expiresAt);
    expect(must(await gateway.query(request.paymentId))).toMatchObject({
      state: "unpaid",
      transactionId: null,
    });
    expect(await bench.phone("wechat/request-payment", { appId, person: "lin", ...params })).toEqual({
      errMsg: "requestPayment:ok",
    });
    const told = must(await webhook.next());
    if (told.kind !== "payment") throw new Error(told.kind);
    expect(told.payment).toMatchObject({
      paymentId: request.paymentId,
      state: "paid",
      amount: 2405,
      currency: "CNY",
    });
    expect(must(await gateway.query(request.paymentId))).toEqual(told.payment);
  });

  it("may be prepared again while it is open, not after it was paid", async () => {
    const request = await order();
    must(await gateway.prepare(request));
    expect(await pay(request, "lin", "cancel")).toEqual({ errMsg: "requestPayment:fail cancel" });
    const changed = { ...request, description: "另一份" };
    expect(await gateway.prepare(changed)).toMatchObject({ error: { code: "OUT_TRADE_NO_USED" } });
    await pay(request);
    must(await webhook.next());
    for (const wechatOrderPaid of ["ORDER_PAID", "numeric"]) {
      await bench.faults({ wechatOrderPaid });
      expect(await gateway.prepare(request)).toMatchObject({
        error: { kind: "gatewayRefused", code: "ORDER_PAID" },
      });
      expect(await gateway.close(request.paymentId)).toMatchObject({ error: { code: "ORDER_PAID" } });
    }
  });

  it("is refused when somebody else pays or the parameters were changed", async () => {
    const request = await order();
    const { params } = must(await gateway.prepare(request));
    const tap = (person: string, changed: object) =>
      bench.phone("wechat/request-payment", { appId, person, ...params, ...changed });
    expect((await tap("wang", {})).errMsg).toContain("fail");
    expect((await tap("lin", { nonceStr: "other" })).errMsg).toContain("fail");
    expect(must(await gateway.query(request.paymentId))).toMatchObject({ state: "unpaid" });
  });

  it("can be closed, again and again, and then takes no money", async () => {
    const request = await order();
    const { params } = must(await gateway.prepare(request));
    expect(must(await gateway.close(request.paymentId))).toBe("closed");
    expect(must(await gateway.close(request.paymentId))).toBe("closed");
    expect(must(await gateway.query(request.paymentId))).toMatchObject({ state: "closed" });
    const tapped = await bench.phone("wechat/request-payment", { appId, person: "lin", ...params });
    expect(tapped.errMsg).toContain("fail");
    expect(must(await gateway.close((await order()).paymentId))).toBe("closed");
  });

  it("is told twice with one id, and a probe of the platform is refused", async () => {
    await bench.faults({ notifyTwice: true });
    const request = await order();
    await pay(request);
    const [first, second] = [must(await webhook.next()), must(await webhook.next())];
    expect(second).toEqual(first);
    await bench.faults({ notifyTwice: false, wechatSignTest: true });
    const probed = await order();
    await pay(probed);
    const heard = [await webhook.next(), await webhook.next()];
    expect(heard).toContainEqual({
      ok: false,
      error: { kind: "notificationForged", detail: "signature probe" },
    });
    expect(heard.find(({ ok }) => ok)).toMatchObject({ value: { payment: { paymentId: probed.paymentId } } });
  });

  it("leaves the outcome unknown while the platform is down or limits", async () => {
    const request = await order();
    for (const fault of [
      { wechatPayDown: true },
      { wechatPayDown: false, wechatPayLimited: "FREQUENCY_LIMITED" },
    ]) {
      await bench.faults(fault);
      expect(await gateway.prepare(request)).toMatchObject({ error: { kind: "gatewayUnknown" } });
      expect(await gateway.query(request.paymentId)).toMatchObject({ error: { kind: "gatewayUnknown" } });
      expect(await gateway.close(request.paymentId)).toMatchObject({ error: { kind: "gatewayUnknown" } });
      expect(await gateway.refund(refundOf(request))).toMatchObject({ error: { kind: "gatewayUnknown" } });
    }
  });

  it("is refused by the platform when our clock is wrong", async () => {
    const request = await order();
    const wrong = { ...bench.deps, clock: { now: () => bench.clock.now() - 6 * minute } };
    const late = createWechatPayGateway(readWechatConfig(bench.env), wrong);
    expect(await late.query(request.paymentId)).toMatchObject({
      error: { kind: "gatewayRefused", code: "SIGN_ERROR" },
    });
  });
});

describe("a WeChat refund", () => {
  it("is accepted, told later, and the same refund when repeated", async () => {
    const request = await paidOrder();
    const refund = refundOf(request);
    expect(must(await gateway.queryRefund(refund))).toBeNull();
    expect(must(await gateway.refund(refund))).toMatchObject({ refundId: refund.refundId, amount: 2405 });
    must(await gateway.refund(refund));
    expect(must(await webhook.next())).toMatchObject({
      kind: "refund",
      paymentId: request.paymentId,
      refund: { refundId: refund.refundId, state: "succeeded", amount: 2405 },
    });
    expect(must(await gateway.queryRefund(refund))).toMatchObject({ state: "succeeded" });
    expect(must(await gateway.query(request.paymentId))).toMatchObject({ state: "refunded", amount: 2405 });
    bench.advance(2 * minute);
    expect(await gateway.refund(refundOf(request, 1))).toMatchObject({ error: { kind: "gatewayRefused" } });
  });

  it.each([
    ["abnormal", "abnormal"],
    ["closed", "closed"],
  ])("that ends %s is told so", async (wechatRefund, state) => {
    const request = await paidOrder();
    await bench.faults({ wechatRefund });
    const refund = refundOf(request);
    must(await gateway.refund(refund));
    expect(must(await webhook.next())).toMatchObject({
      kind: "refund",
      refund: { refundId: refund.refundId, state },
    });
    expect(must(await gateway.queryRefund(refund))).toMatchObject({ state });
  });

  it("is refused where the account is empty, and then never was", async () => {
    const request = await paidOrder();
    await bench.faults({ wechatRefund: "notEnough" });
    const refund = refundOf(request);
    expect(await gateway.refund(refund)).toMatchObject({
      error: { kind: "gatewayRefused", code: "NOT_ENOUGH" },
    });
    expect(must(await gateway.queryRefund(refund))).toBeNull();
  });
});
