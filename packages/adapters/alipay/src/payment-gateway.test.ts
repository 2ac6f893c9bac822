import { fen, minute, toId } from "@sanqi/kernel";
import { type Reply, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import type { PrepareRequest } from "@sanqi/payments/use-cases";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAlipayGateway } from "./payment-gateway.ts";
import { noon, sdk, testConfig, testDeps, testKeys } from "./test-config.ts";
import { contentOf, failure, gatewayReply, parametersOf, playGateway, success } from "./test-gateway.ts";

const paymentId = toId("payment", "pay_0123456789abcdefghij");
const { clock, deps } = testDeps();
let host: TestHost;
let gateway: ReturnType<typeof createAlipayGateway>;

beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());
beforeEach(() => {
  clock.set(noon);
  host.received.length = 0;
  gateway = createAlipayGateway(testConfig(host.url), deps);
});

const create = "alipay.trade.create";
const request: PrepareRequest = {
  paymentId,
  host: "alipay",
  payer: { subjectKind: "open_id", subject: "open-lin" },
  amount: fen(2405),
  description: "一食堂/川味小炒 a=b&c 🍚",
  expiresAt: noon + 15 * minute,
  notifyUrl: "https://sanqi.example/callbacks/alipay?x=1&y=2",
};

describe("prepare in Alipay", () => {
  it("creates a trade for the buyer", async () => {
    playGateway(host, { [create]: success({ out_trade_no: paymentId, trade_no: "2025112200001" }) });
    expect(await gateway.prepare(request)).toEqual({
      ok: true,
      value: { params: { kind: "alipay", tradeNo: "2025112200001" }, expiresAt: request.expiresAt },
    });
    expect(contentOf(host.received[0])).toEqual({
      out_trade_no: paymentId,
      total_amount: "24.05",
      subject: "一食堂 川味小炒 a b c 🍚",
      time_expire: "2025-11-22 12:15:00",
      product_code: "JSAPI_PAY",
      op_app_id: "2021000000000001",
      buyer_open_id: "open-lin",
    });
    const sent = host.received[0];
    expect(sent && parametersOf(sent)).toMatchObject({
      app_id: "2021000000000001",
      method: create,
      format: "JSON",
      charset: "utf-8",
      sign_type: "RSA2",
      timestamp: "2025-11-22 12:00:00",
      version: "1.0",
      notify_url: request.notifyUrl,
    });
    expect(new URLSearchParams(sent?.body).has("biz_content")).toBe(true);
  });

  it("names the buyer by user_id where the app has no open_id", async () => {
    playGateway(host, { [create]: success({ trade_no: "1" }) });
    await gateway.prepare({ ...request, payer: { subjectKind: "user_id", subject: "2088000000000002" } });
    expect(contentOf(host.received[0])).toMatchObject({ buyer_id: "2088000000000002" });
    expect(contentOf(host.received[0])).not.toHaveProperty("buyer_open_id");
  });

  it("refuses by itself what the platform could not take", async () => {
    expect(await gateway.prepare({ ...request, host: "weapp" })).toMatchObject({
      error: { code: "HOST_NOT_SUPPORTED" },
    });
    expect(await gateway.prepare({ ...request, payer: null })).toMatchObject({
      error: { code: "PAYER_REQUIRED" },
    });
    expect(await gateway.prepare({ ...request, expiresAt: noon })).toMatchObject({
      error: { code: "EXPIRES_TOO_SOON" },
    });
    expect(await gateway.prepare({ ...request, host: "dd", expiresAt: noon })).toMatchObject({ ok: false });
    expect(host.received).toHaveLength(0);
  });
});

describe("prepare where the trade exists and may not be created again", () => {
  const trade = {
    out_trade_no: paymentId,
    trade_no: "2025112200001",
    trade_status: "WAIT_BUYER_PAY",
    total_amount: "24.05",
  };
  const refused = { kind: "gatewayRefused", code: "ACQ.CONTEXT_INCONSISTENT" };

  it.each([
    [
      "it waits for this amount",
      success(trade),
      { value: { params: { kind: "alipay", tradeNo: "2025112200001" } } },
    ],
    ["it waits for another amount", success({ ...trade, total_amount: "24.06" }), { error: refused }],
    ["it is paid", success({ ...trade, trade_status: "TRADE_SUCCESS" }), { error: { code: "ORDER_PAID" } }],
    ["it is closed", success({ ...trade, trade_status: "TRADE_CLOSED" }), { error: refused }],
    ["it is gone", failure("40004", "ACQ.TRADE_NOT_EXIST"), { error: refused }],
    ["it cannot be read", failure("20000", "isp.unknow-error"), { error: { kind: "gatewayUnknown" } }],
  ])("%s", async (_name, answer, expected) => {
    playGateway(host, {
      [create]: failure("40004", "ACQ.CONTEXT_INCONSISTENT"),
      "alipay.trade.query": answer,
    });
    expect(await gateway.prepare(request)).toMatchObject(expected);
  });
});

describe("prepare in DingTalk", () => {
  it("signs an app order string without any call, the same as alipay-sdk's", async () => {
    const prepared = await gateway.prepare({ ...request, host: "dd", payer: null });
    if (!prepared.ok || prepared.value.params.kind !== "alipayApp") throw new Error("not prepared");
    expect(host.received).toHaveLength(0);
    const ours = Object.fromEntries(new URLSearchParams(prepared.value.params.orderString));
    const content = JSON.parse(ours.biz_content ?? "");
    expect(content).toEqual({
      out_trade_no: paymentId,
      total_amount: "24.05",
      subject: "一食堂 川味小炒 a b c 🍚",
      time_expire: "2025-11-22 12:15:00",
      product_code: "QUICK_MSECURITY_PAY",
    });
    const theirs = sdk("app").sdkExecute("alipay.trade.app.pay", {
      format: "JSON",
      timestamp: "2025-11-22 12:00:00",
      notifyUrl: request.notifyUrl,
      bizContent: content,
    });
    expect(ours).toEqual(Object.fromEntries(new URLSearchParams(theirs)));
    expect(sdk("platform").checkNotifySignV2({ ...ours })).toBe(true);
  });
});

describe("what the gateway answers", () => {
  const key = "alipay_trade_create_response";
  const outcomeOf = async (reply: Reply) => {
    host.reply = () => reply;
    const answer = await gateway.prepare(request);
    if (answer.ok) return "ok";
    return answer.error.kind === "gatewayRefused" ? answer.error.code : answer.error.kind;
  };

  it.each([
    ["40004", "ACQ.ACCESS_FORBIDDEN"],
    ["40004", "ACQ.TRADE_HAS_CLOSE"],
    ["40002", "isv.invalid-signature"],
    ["40006", "isv.insufficient-isv-permissions"],
    ["20001", "aop.invalid-auth-token"],
  ])("%s %s is a refusal, under either key, signed or not", async (code, subCode) => {
    expect(await outcomeOf(gatewayReply(key, failure(code, subCode)))).toBe(subCode);
    expect(await outcomeOf(gatewayReply(key, failure(code, subCode), false))).toBe(subCode);
    expect(await outcomeOf(gatewayReply("error_response", failure(code, subCode), false))).toBe(subCode);
  });

  it("tells a paid order", async () => {
    expect(await outcomeOf(gatewayReply(key, failure("40004", "ACQ.TRADE_HAS_SUCCESS")))).toBe("ORDER_PAID");
    expect(await outcomeOf(gatewayReply(key, failure("40004", "TRADE_HAS_SUCCESS")))).toBe("ORDER_PAID");
  });

  const signed = gatewayReply(key, success({ trade_no: "1" })) as Exclude<Reply, string>;
  const failed = gatewayReply(key, failure("40004", "ACQ.A")) as Exclude<Reply, string>;
  it.each([
    ["20000", gatewayReply(key, failure("20000", "isp.unknow-error"))],
    ["20000 with any other word", gatewayReply(key, failure("20000", "ACQ.NEW_WORD"))],
    ["ACQ.SYSTEM_ERROR", gatewayReply(key, failure("40004", "ACQ.SYSTEM_ERROR"))],
    ["rate limit", gatewayReply(key, failure("40005", "isv.app-call-limited"))],
    ["10003", gatewayReply(key, { code: "10003", msg: "in progress" })],
    ["success without signature", gatewayReply(key, success({ trade_no: "1" }), false)],
    ["changed success", { ...signed, body: signed.body?.replace('"1"', '"2"') }],
    ["changed failure", { ...failed, body: failed.body?.replace("ACQ.A", "ACQ.B") }],
    ["answer to another method", gatewayReply("alipay_trade_query_response", success({ trade_no: "1" }))],
    ["success without trade_no", gatewayReply(key, success())],
    ["a page", { body: "<html>" }],
    ["502", { status: 502, body: signed.body }],
    ["redirect", { status: 302, headers: { location: "/" } }],
    ["cut", "cut"],
    ["too large", { body: "x".repeat(1024 * 1024 + 1) }],
  ] as [string, Reply][])("%s leaves the outcome unknown", async (_name, reply) => {
    expect(await outcomeOf(reply)).toBe("gatewayUnknown");
  });

  it("leaves the outcome unknown after the time limit and without a connection", async () => {
    host.reply = () => "silence";
    const hasty = createAlipayGateway(testConfig(host.url, 50), deps);
    expect(await hasty.prepare(request)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    const gone = await startTestHost();
    await gone.close();
    const alone = createAlipayGateway(testConfig(gone.url), deps);
    expect(await alone.prepare(request)).toMatchObject({
      error: { kind: "gatewayUnknown", detail: "not connected: ECONNREFUSED" },
    });
  });

  it("is believed where the signature covers escaped slashes", async () => {
    const { raw, signatureOverEscapedSlashes: sign } = testKeys.answer;
    const body = `{"alipay_trade_create_response":${raw},"sign":"${sign}"}`;
    // It lacks trade_no, so it is believed and then found wanting.
    host.reply = () => ({ body });
    expect(await gateway.prepare(request)).toMatchObject({ error: { detail: "answer without trade_no" } });
  });
});

it("answers notifications with exactly seven bytes", () => {
  expect(gateway.answer(true)).toEqual({ status: 200, contentType: "text/plain", body: "success" });
  expect(gateway.answer(false).body).not.toContain("success");
});
