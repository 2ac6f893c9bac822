import { fen, minute, toId } from "@sanqi/kernel";
import { type Reply, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createWechatPayGateway } from "./payment-gateway.ts";
import { noon, testConfig, testDeps } from "./test-config.ts";
import { requestIsSigned, signedReply } from "./test-pay-host.ts";

const paymentId = toId("payment", "pay_0123456789abcdefghij");
const refundId = toId("refund", "rfd_0123456789abcdefghij");
const { clock, deps } = testDeps();
let host: TestHost;
let gateway: ReturnType<typeof createWechatPayGateway>;

beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());
beforeEach(() => {
  clock.set(noon);
  host.received.length = 0;
  gateway = createWechatPayGateway(testConfig(host.url), deps);
});

const refundRequest = {
  refundId,
  paymentId,
  amount: fen(2450),
  total: fen(2450),
  reason: "商家拒单",
  notifyUrl: "https://sanqi.example/callbacks/wechat-pay",
};
const transaction = {
  appid: "wxtest0000000001",
  mchid: "1900000001",
  out_trade_no: paymentId,
  transaction_id: "4200001",
  trade_state: "SUCCESS",
  success_time: "2025-11-22T12:01:00+08:00",
  amount: { total: 2450, payer_total: 2450, currency: "CNY", payer_currency: "CNY" },
};
const refund = {
  refund_id: "5030001",
  out_refund_no: refundId,
  out_trade_no: paymentId,
  status: "PROCESSING",
  amount: { total: 2450, refund: 2450, currency: "CNY" },
};
const problem = (status: number, code: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify({ code, message: "words" }),
});
const sentBody = () => JSON.parse(host.received.at(-1)?.body ?? "{}");

describe("query", () => {
  it("reads the states", async () => {
    host.reply = () => signedReply(transaction, clock);
    expect(await gateway.query(paymentId)).toEqual({
      ok: true,
      value: {
        paymentId,
        state: "paid",
        transactionId: "4200001",
        amount: 2450,
        currency: "CNY",
        paidAt: noon + minute,
      },
    });
    expect(host.received[0]?.path).toBe(
      `/wechatpay/v3/pay/transactions/out-trade-no/${paymentId}?mchid=1900000001`,
    );
    expect(host.received.every(requestIsSigned)).toBe(true);
    const { transaction_id: _, success_time: __, ...open } = transaction;
    for (const [tradeState, state] of [
      ["NOTPAY", "unpaid"],
      ["CLOSED", "closed"],
      ["USERPAYING", "unpaid"],
    ]) {
      host.reply = () => signedReply({ ...open, trade_state: tradeState }, clock);
      expect(await gateway.query(paymentId)).toMatchObject({
        value: { state, transactionId: null, paidAt: null },
      });
    }
    host.reply = () => signedReply({ ...transaction, trade_state: "REFUND" }, clock);
    expect(await gateway.query(paymentId)).toMatchObject({ value: { state: "refunded" } });
  });

  it("knows a payment that does not exist from an answer that says nothing", async () => {
    for (const code of ["ORDER_NOT_EXIST", "ORDERNOTEXIST"]) {
      host.reply = () => problem(404, code);
      expect(await gateway.query(paymentId)).toEqual({ ok: true, value: null });
    }
    host.reply = () => ({ status: 404 });
    expect(await gateway.query(paymentId)).toMatchObject({ error: { kind: "gatewayUnknown" } });
  });

  it("does not take another payment's answer for its own", async () => {
    for (const changed of [
      { out_trade_no: "pay_0123456789abcdefghi0" },
      { mchid: "1900000002" },
      { trade_state: "NEWSTATE" },
      { transaction_id: undefined },
      { amount: { total: 24.5 } },
    ]) {
      host.reply = () => signedReply({ ...transaction, ...changed }, clock);
      expect(await gateway.query(paymentId)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    }
  });
});

describe("close", () => {
  it("closes, also what is closed or was never there", async () => {
    host.reply = () => signedReply(null, clock);
    expect(await gateway.close(paymentId)).toEqual({ ok: true, value: "closed" });
    expect(sentBody()).toEqual({ mchid: "1900000001" });
    for (const code of ["ORDER_CLOSED", "ORDER_NOT_EXIST"]) {
      host.reply = () => problem(400, code);
      expect(await gateway.close(paymentId)).toEqual({ ok: true, value: "closed" });
    }
  });

  it("says ORDER_PAID, also where the platform hides it", async () => {
    host.reply = () => problem(400, "ORDER_PAID");
    expect(await gateway.close(paymentId)).toMatchObject({ error: { code: "ORDER_PAID" } });
    host.reply = ({ method }) =>
      method === "POST" ? problem(400, "INVALID_REQUEST") : signedReply(transaction, clock);
    expect(await gateway.close(paymentId)).toMatchObject({ error: { code: "ORDER_PAID" } });
    host.reply = ({ method }) =>
      method === "POST"
        ? problem(400, "INVALID_REQUEST")
        : signedReply({ ...transaction, trade_state: "NOTPAY" }, clock);
    expect(await gateway.close(paymentId)).toMatchObject({ error: { code: "INVALID_REQUEST" } });
    host.reply = ({ method }) => (method === "POST" ? problem(400, "INVALID_REQUEST") : "cut");
    expect(await gateway.close(paymentId)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    host.reply = () => "cut";
    expect(await gateway.close(paymentId)).toMatchObject({ error: { kind: "gatewayUnknown" } });
  });
});

describe("refund", () => {
  it("asks and reads what became of it", async () => {
    for (const [status, state] of [
      ["PROCESSING", "processing"],
      ["SUCCESS", "succeeded"],
      ["CLOSED", "closed"],
      ["ABNORMAL", "abnormal"],
    ]) {
      host.reply = () => signedReply({ ...refund, status }, clock);
      expect(await gateway.refund(refundRequest)).toEqual({
        ok: true,
        value: { refundId, state, amount: 2450 },
      });
      expect(await gateway.queryRefund({ refundId, paymentId })).toEqual({
        ok: true,
        value: { refundId, state, amount: 2450 },
      });
    }
    expect(JSON.parse(host.received[0]?.body ?? "")).toEqual({
      out_trade_no: paymentId,
      out_refund_no: refundId,
      reason: "商家拒单",
      notify_url: refundRequest.notifyUrl,
      amount: { refund: 2450, total: 2450, currency: "CNY" },
    });
  });

  it("tells refused, unknown and never accepted apart", async () => {
    host.reply = () => problem(403, "NOT_ENOUGH");
    expect(await gateway.refund(refundRequest)).toMatchObject({
      error: { kind: "gatewayRefused", code: "NOT_ENOUGH" },
    });
    host.reply = () => problem(429, "FREQUENCY_LIMITED");
    expect(await gateway.refund(refundRequest)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    host.reply = () => problem(404, "RESOURCE_NOT_EXISTS");
    expect(await gateway.queryRefund({ refundId, paymentId })).toEqual({ ok: true, value: null });
    host.reply = () => signedReply({ ...refund, out_refund_no: "rfd_0123456789abcdefghi0" }, clock);
    expect(await gateway.refund(refundRequest)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    expect(await gateway.queryRefund({ refundId, paymentId })).toMatchObject({
      error: { kind: "gatewayUnknown" },
    });
  });
});
