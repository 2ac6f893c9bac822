import { createAlipayGateway, createAlipayLogin, readAlipayConfig } from "@sanqi/alipay";
import type { PaymentGateway, PrepareRequest } from "@sanqi/payments/use-cases";
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
  gateway = createAlipayGateway(readAlipayConfig(bench.env), bench.deps);
  webhook = await startWebhook(gateway);
  appId = bench.env.ALIPAY_APP_ID;
  await bench.loadDirectory({
    departments: [{ deptId: 2, name: "软件学院", parentId: 1 }],
    users: [{ person: "lin", name: "林小满", deptIds: [2] }],
  });
});
afterAll(async () => {
  await webhook.close();
  await bench.close();
});
afterEach(() =>
  bench.faults({
    alipayDown: false,
    alipayIdentity: "open_id",
    alipaySlash: "plain",
    alipayErrorKey: "method",
    alipayErrorSigned: true,
    alipayRepeatCreate: "sameTrade",
    alipayTimeoutAfterMoved: false,
    alipayRefundVisibleMs: 0,
    alipayRefundNotify: false,
    alipaySellerPoor: false,
    alipayEmptyFields: "absent",
    notifyTwice: false,
  }),
);

async function order(host: "alipay" | "dd" = "alipay"): Promise<PrepareRequest> {
  if (host === "dd") return lunch(bench, webhook, { host, payer: null });
  const { authCode } = await bench.phone("alipay/auth-code", { appId, person: "lin" });
  const login = createAlipayLogin(readAlipayConfig(bench.env), bench.deps);
  return lunch(bench, webhook, { host, payer: must(await login.exchange(String(authCode))) });
}

async function pay(request: PrepareRequest, outcome = "pay") {
  const { params } = must(await gateway.prepare(request));
  if (params.kind === "alipayApp") {
    const done = await bench.phone("dingtalk/pay", { person: "lin", info: params.orderString, outcome });
    return done.resultStatus;
  }
  if (params.kind !== "alipay") throw new Error(params.kind);
  return (await bench.phone("alipay/trade-pay", { appId, person: "lin", tradeNO: params.tradeNo, outcome }))
    .resultCode;
}

async function paidOrder(host: "alipay" | "dd" = "alipay") {
  const request = await order(host);
  expect(await pay(request)).toBe("9000");
  const told = must(await webhook.next());
  expect(told).toMatchObject({ kind: "payment", payment: { paymentId: request.paymentId } });
  return { request, told };
}

describe.each(["alipay", "dd"] as const)("an Alipay payment in %s", (host) => {
  it("goes to a notification that is read, and the query says the same", async () => {
    const { request, told } = await paidOrder(host);
    if (told.kind !== "payment") throw new Error(told.kind);
    expect(told.payment).toMatchObject({ state: "paid", amount: 2405, currency: "CNY" });
    expect(must(await gateway.query(request.paymentId))).toEqual(told.payment);
    expect(await gateway.close(request.paymentId)).toMatchObject({ error: { code: "ORDER_PAID" } });
  });

  it("is unpaid after the person cancelled, can be closed, and then takes no money", async () => {
    const request = await order(host);
    expect(await pay(request, "cancel")).toBe("6001");
    expect(must(await gateway.query(request.paymentId))).toMatchObject({ state: "unpaid" });
    expect(must(await gateway.close(request.paymentId))).toBe("closed");
    expect(must(await gateway.close(request.paymentId))).toBe("closed");
    expect(must(await gateway.query(request.paymentId))).toMatchObject({ state: "closed" });
    if (host === "dd") expect(await pay(request)).toBe("4000");
    else expect(await gateway.prepare(request)).toMatchObject({ error: { code: "ACQ.TRADE_HAS_CLOSE" } });
  });

  it("refunds in part and in full, each refund once", async () => {
    const { request } = await paidOrder(host);
    const part = refundOf(request, 405);
    expect(must(await gateway.queryRefund(part))).toBeNull();
    expect(must(await gateway.refund(part))).toEqual({
      refundId: part.refundId,
      state: "succeeded",
      amount: 405,
    });
    expect(must(await gateway.refund(part))).toEqual({
      refundId: part.refundId,
      state: "succeeded",
      amount: 405,
    });
    expect(must(await gateway.query(request.paymentId))).toMatchObject({ state: "paid" });
    expect(await gateway.refund({ ...part, amount: request.amount })).toMatchObject({
      error: { kind: "gatewayRefused" },
    });
    const rest = refundOf(request, 2000);
    must(await gateway.refund(rest));
    expect(must(await gateway.queryRefund(rest))).toMatchObject({ state: "succeeded", amount: 2000 });
    expect(must(await gateway.query(request.paymentId))).toMatchObject({ state: "refunded" });
    expect(await gateway.refund(refundOf(request, 1))).toMatchObject({ error: { kind: "gatewayRefused" } });
  });
});

describe("an Alipay payment", () => {
  it("does not exist in DingTalk before the cashier opened", async () => {
    const request = await order("dd");
    must(await gateway.prepare(request));
    expect(must(await gateway.query(request.paymentId))).toBeNull();
    expect(must(await gateway.close(request.paymentId))).toBe("closed");
  });

  it.each(["sameTrade", "refuse"])(
    "can be prepared again while it is open: %s",
    async (alipayRepeatCreate) => {
      const request = await order();
      const first = must(await gateway.prepare(request));
      await bench.faults({ alipayRepeatCreate });
      expect(must(await gateway.prepare(request))).toEqual(first);
      expect(await gateway.prepare({ ...request, amount: refundOf(request, 1).amount })).toMatchObject({
        error: { code: "ACQ.CONTEXT_INCONSISTENT" },
      });
      await pay(request);
      must(await webhook.next());
      expect(await gateway.prepare(request)).toMatchObject({
        error: { kind: "gatewayRefused", code: "ORDER_PAID" },
      });
    },
  );

  it.each(["open_id", "user_id", "both"])(
    "names its buyer by what log-in told: %s",
    async (alipayIdentity) => {
      await bench.faults({ alipayIdentity });
      const { request } = await paidOrder();
      expect(request.payer?.subjectKind).toBe(alipayIdentity === "user_id" ? "user_id" : "open_id");
    },
  );

  it.each(["plain", "escaped", "signedEscaped"])(
    "believes answers however slashes are written: %s",
    async (alipaySlash) => {
      await bench.faults({ alipaySlash });
      const request = { ...(await order()), description: "a/b" };
      must(await gateway.prepare(request));
      expect(must(await gateway.query(request.paymentId))).toMatchObject({ state: "unpaid" });
    },
  );

  it.each([
    ["method", true],
    ["method", false],
    ["error_response", true],
    ["error_response", false],
  ])("reads errors under %s, signed: %s", async (alipayErrorKey, alipayErrorSigned) => {
    await bench.faults({ alipayErrorKey, alipayErrorSigned });
    expect(must(await gateway.query((await order()).paymentId))).toBeNull();
    await bench.faults({ alipayDown: true });
    const request = lunch(bench, webhook, {
      host: "alipay",
      payer: { subjectKind: "open_id", subject: "x" },
    });
    expect(await gateway.prepare(request)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    expect(await gateway.query(request.paymentId)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    expect(await gateway.close(request.paymentId)).toMatchObject({ error: { kind: "gatewayUnknown" } });
  });

  it.each(["absent", "unsigned", "signed"])(
    "reads notifications whatever becomes of empty fields: %s",
    async (alipayEmptyFields) => {
      await bench.faults({ alipayEmptyFields });
      await paidOrder();
    },
  );

  it("is told twice with one id", async () => {
    await bench.faults({ notifyTwice: true });
    const { told } = await paidOrder();
    const again = must(await webhook.next());
    expect(again.notificationId).toBe(told.notificationId);
  });
});

describe("an Alipay refund", () => {
  it("whose answer is lost after the money moved is found by repeating it", async () => {
    const { request } = await paidOrder();
    await bench.faults({ alipayTimeoutAfterMoved: true });
    const refund = refundOf(request);
    expect(await gateway.refund(refund)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    expect(must(await gateway.refund(refund))).toMatchObject({ state: "succeeded", amount: 2405 });
    expect(must(await gateway.queryRefund(refund))).toMatchObject({ state: "succeeded" });
  });

  it("is processing while neither this call nor a query says that it is done", async () => {
    const { request } = await paidOrder();
    await bench.faults({ alipayTimeoutAfterMoved: true, alipayRefundVisibleMs: 60_000 });
    const refund = refundOf(request);
    expect(await gateway.refund(refund)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    expect(must(await gateway.refund(refund))).toMatchObject({ state: "processing" });
    bench.advance(60_000);
    expect(must(await gateway.queryRefund(refund))).toMatchObject({ state: "succeeded" });
  });

  it("never counts as a new payment when the platform notifies it", async () => {
    const { request } = await paidOrder();
    await bench.faults({ alipayRefundNotify: true });
    must(await gateway.refund(refundOf(request, 405)));
    expect(must(await webhook.next())).toMatchObject({ kind: "ignored", reason: "tells of a refund" });
  });

  it("is refused where the seller has too little", async () => {
    const { request } = await paidOrder();
    await bench.faults({ alipaySellerPoor: true });
    const refund = refundOf(request);
    expect(await gateway.refund(refund)).toMatchObject({ error: { code: "ACQ.SELLER_BALANCE_NOT_ENOUGH" } });
    expect(must(await gateway.queryRefund(refund))).toBeNull();
  });
});
