import { fen, minute, toId } from "@sanqi/kernel";
import { startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAlipayGateway } from "./payment-gateway.ts";
import { noon, testConfig, testDeps } from "./test-config.ts";
import { contentOf, failure, playGateway, success } from "./test-gateway.ts";

const paymentId = toId("payment", "pay_0123456789abcdefghij");
const refundId = toId("refund", "rfd_0123456789abcdefghij");
const { deps } = testDeps();
let host: TestHost;
let gateway: ReturnType<typeof createAlipayGateway>;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());
beforeEach(() => {
  host.received.length = 0;
  gateway = createAlipayGateway(testConfig(host.url), deps);
});

const query = "alipay.trade.query";
const close = "alipay.trade.close";
const refund = "alipay.trade.refund";
const refundQuery = "alipay.trade.fastpay.refund.query";

const trade = {
  out_trade_no: paymentId,
  trade_no: "2025112200001",
  trade_status: "TRADE_SUCCESS",
  total_amount: "24.05",
  send_pay_date: "2025-11-22 12:01:00",
};
const { send_pay_date: _, ...unpaidTrade } = trade;
const refundRequest = {
  refundId,
  paymentId,
  amount: fen(1000),
  total: fen(2405),
  reason: "商家拒单",
  notifyUrl: "https://sanqi.example/callbacks/alipay",
};

describe("query", () => {
  it("reads a paid trade", async () => {
    playGateway(host, { [query]: success(trade) });
    expect(await gateway.query(paymentId)).toEqual({
      ok: true,
      value: {
        paymentId,
        state: "paid",
        transactionId: "2025112200001",
        amount: 2405,
        currency: "CNY",
        paidAt: noon + minute,
      },
    });
    expect(contentOf(host.received[0])).toEqual({ out_trade_no: paymentId });
  });

  it.each([
    ["WAIT_BUYER_PAY", unpaidTrade, "unpaid"],
    ["TRADE_FINISHED", trade, "paid"],
    ["TRADE_CLOSED", unpaidTrade, "closed"],
    ["TRADE_CLOSED", trade, "refunded"],
  ])("%s", async (status, fields, state) => {
    playGateway(host, { [query]: success({ ...fields, trade_status: status }) });
    expect(await gateway.query(paymentId)).toMatchObject({ value: { state } });
  });

  it("knows a trade that does not exist from an answer that says nothing", async () => {
    for (const subCode of ["ACQ.TRADE_NOT_EXIST", "TRADE_NOT_EXIST"]) {
      playGateway(host, { [query]: failure("40004", subCode) });
      expect(await gateway.query(paymentId)).toEqual({ ok: true, value: null });
    }
    playGateway(host, { [query]: failure("20000", "isp.unknow-error") });
    expect(await gateway.query(paymentId)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    playGateway(host, { [query]: failure("40006", "isv.insufficient-isv-permissions") });
    expect(await gateway.query(paymentId)).toMatchObject({ error: { kind: "gatewayRefused" } });
  });

  it("does not take a strange answer for its own", async () => {
    for (const changed of [
      { out_trade_no: "pay_0123456789abcdefghi0" },
      { trade_status: "NEW_STATUS" },
      { total_amount: "24.055" },
      { trade_no: undefined },
    ]) {
      playGateway(host, { [query]: success({ ...trade, ...changed }) });
      expect(await gateway.query(paymentId)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    }
  });
});

describe("close", () => {
  it("closes, also what is not there", async () => {
    playGateway(host, { [close]: success({ out_trade_no: paymentId }) });
    expect(await gateway.close(paymentId)).toEqual({ ok: true, value: "closed" });
    playGateway(host, { [close]: failure("40004", "ACQ.TRADE_NOT_EXIST") });
    expect(await gateway.close(paymentId)).toEqual({ ok: true, value: "closed" });
  });

  it.each([
    [
      "ACQ.TRADE_STATUS_ERROR",
      success(trade),
      { ok: false, error: { kind: "gatewayRefused", code: "ORDER_PAID" } },
    ],
    [
      "ACQ.REASON_TRADE_STATUS_INVALID",
      success({ ...unpaidTrade, trade_status: "TRADE_CLOSED" }),
      { ok: true, value: "closed" },
    ],
    [
      "ACQ.TRADE_STATUS_ERROR",
      success({ ...trade, trade_status: "TRADE_CLOSED" }),
      { error: { code: "ORDER_PAID" } },
    ],
    [
      "ACQ.TRADE_STATUS_ERROR",
      success({ ...unpaidTrade, trade_status: "WAIT_BUYER_PAY" }),
      { error: { code: "ACQ.TRADE_STATUS_ERROR" } },
    ],
    ["ACQ.TRADE_STATUS_ERROR", failure("40004", "ACQ.TRADE_NOT_EXIST"), { ok: true }],
    ["ACQ.TRADE_STATUS_ERROR", failure("20000", "isp.unknow-error"), { error: { kind: "gatewayUnknown" } }],
  ])("asks after a refusal: %s", async (subCode, answer, expected) => {
    playGateway(host, { [close]: failure("40004", subCode), [query]: answer });
    expect(await gateway.close(paymentId)).toMatchObject(expected);
    expect(host.received).toHaveLength(2);
  });

  it("passes other failures on without asking", async () => {
    playGateway(host, { [close]: failure("20000", "isp.unknow-error") });
    expect(await gateway.close(paymentId)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    playGateway(host, { [close]: failure("40006", "isv.insufficient-isv-permissions") });
    expect(await gateway.close(paymentId)).toMatchObject({ error: { kind: "gatewayRefused" } });
    expect(host.received).toHaveLength(2);
  });
});

describe("refund", () => {
  const done = success({
    out_trade_no: paymentId,
    out_request_no: refundId,
    refund_amount: "10.00",
    refund_status: "REFUND_SUCCESS",
  });

  it("has happened when this call moved the money", async () => {
    playGateway(host, { [refund]: success({ fund_change: "Y", refund_fee: "10.00" }) });
    expect(await gateway.refund(refundRequest)).toEqual({
      ok: true,
      value: { refundId, state: "succeeded", amount: 1000 },
    });
    expect(contentOf(host.received[0])).toEqual({
      out_trade_no: paymentId,
      out_request_no: refundId,
      refund_amount: "10.00",
      refund_reason: "商家拒单",
    });
    expect(host.received).toHaveLength(1);
  });

  it.each([
    ["a query confirms it", done, "succeeded"],
    ["a query says nothing", success(), "processing"],
    ["a query names no status", success({ out_request_no: refundId, refund_amount: "10.00" }), "processing"],
    ["a query fails", failure("20000", "isp.unknow-error"), "processing"],
  ])("code 10000 alone is no success: %s", async (_name, answer, state) => {
    playGateway(host, {
      [refund]: success({ fund_change: "N", refund_fee: "10.00" }),
      [refundQuery]: answer,
    });
    expect(await gateway.refund(refundRequest)).toEqual({
      ok: true,
      value: { refundId, state, amount: 1000 },
    });
    expect(contentOf(host.received[1])).toEqual({ out_trade_no: paymentId, out_request_no: refundId });
  });

  it.each([
    ["40004", "ACQ.SELLER_BALANCE_NOT_ENOUGH", "gatewayRefused"],
    ["40004", "ACQ.DISCORDANT_REPEAT_REQUEST", "gatewayRefused"],
    ["40004", "ACQ.TRADE_STATUS_ERROR", "gatewayRefused"],
    ["40004", "ACQ.SYSTEM_ERROR", "gatewayUnknown"],
    ["20000", "aop.unknow-error", "gatewayUnknown"],
  ])("%s %s is %s", async (code, subCode, kind) => {
    playGateway(host, { [refund]: failure(code, subCode) });
    expect(await gateway.refund(refundRequest)).toMatchObject({ error: { kind } });
  });

  it("is asked for by its own number", async () => {
    const ask = async (answer: object) => {
      playGateway(host, { [refundQuery]: answer });
      return gateway.queryRefund({ refundId, paymentId });
    };
    expect(await ask(done)).toEqual({ ok: true, value: { refundId, state: "succeeded", amount: 1000 } });
    expect(await ask(success())).toEqual({ ok: true, value: null });
    expect(await ask({ ...done, out_request_no: "rfd_0123456789abcdefghi0" })).toEqual({
      ok: true,
      value: null,
    });
    expect(await ask(failure("40004", "ACQ.TRADE_NOT_EXIST"))).toEqual({ ok: true, value: null });
    expect(await ask(failure("20000", "isp.unknow-error"))).toMatchObject({
      error: { kind: "gatewayUnknown" },
    });
  });
});
