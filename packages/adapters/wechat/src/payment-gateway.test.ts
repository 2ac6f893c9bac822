import { createPublicKey } from "node:crypto";
import { fen, minute, toId } from "@sanqi/kernel";
import { json, type Reply, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import type { PrepareRequest } from "@sanqi/payments/use-cases";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Formatter, Rsa } from "wechatpay-axios-plugin";
import { createWechatPayGateway } from "./payment-gateway.ts";
import { noon, platformSerial, testConfig, testDeps, testKeys } from "./test-config.ts";
import { requestIsSigned, signedReply } from "./test-pay-host.ts";

const paymentId = toId("payment", "pay_0123456789abcdefghij");
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

const request: PrepareRequest = {
  paymentId,
  host: "weapp",
  payer: { subjectKind: "openid", subject: "openid-lin" },
  amount: fen(2450),
  description: "一食堂 川味小炒 🍚",
  expiresAt: noon + 15 * minute + 999,
  notifyUrl: "https://sanqi.example/callbacks/wechat-pay",
};
const problem = (status: number, code: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify({ code, message: "words" }),
});
const sentBody = () => JSON.parse(host.received.at(-1)?.body ?? "{}");

describe("prepare", () => {
  it("asks for a prepay id and signs what the client needs", async () => {
    host.reply = () => signedReply({ prepay_id: "wx2211" }, clock);
    const prepared = await gateway.prepare(request);
    expect(host.received).toHaveLength(1);
    const sent = host.received[0];
    if (!sent || !prepared.ok || prepared.value.params.kind !== "wechat") throw new Error("not prepared");
    expect(requestIsSigned(sent)).toBe(true);
    expect(sent.headers).toMatchObject({
      "wechatpay-serial": platformSerial,
      "user-agent": "sanqi/0.1",
      accept: "application/json",
    });
    expect(sentBody()).toEqual({
      appid: "wxtest0000000001",
      mchid: "1900000001",
      description: "一食堂 川味小炒 🍚",
      out_trade_no: paymentId,
      time_expire: "2025-11-22T12:15:00+08:00",
      notify_url: request.notifyUrl,
      amount: { total: 2450, currency: "CNY" },
      payer: { openid: "openid-lin" },
    });
    const { params } = prepared.value;
    const signed = Formatter.joinedByLineFeed(
      "wxtest0000000001",
      params.timeStamp,
      params.nonceStr,
      params.package,
    );
    expect(Rsa.verify(signed, params.paySign, createPublicKey(testKeys.merchant.publicKey))).toBe(true);
    expect(params).toMatchObject({
      package: "prepay_id=wx2211",
      signType: "RSA",
      timeStamp: String(noon / 1000),
    });
    expect(prepared.value.expiresAt).toBe(request.expiresAt);
  });

  it("says the same thing when it is repeated, and outlives no prepay id", async () => {
    host.reply = () => signedReply({ prepay_id: "wx2211" }, clock);
    await gateway.prepare(request);
    clock.advance(5 * minute);
    await gateway.prepare(request);
    expect(host.received[0]?.body).toBe(host.received[1]?.body);
    const long = await gateway.prepare({ ...request, expiresAt: clock.now() + 300 * minute });
    expect(long).toMatchObject({ ok: true, value: { expiresAt: clock.now() + 120 * minute } });
  });

  it("refuses by itself what the platform could not take", async () => {
    expect(await gateway.prepare({ ...request, host: "dd" })).toMatchObject({
      error: { code: "HOST_NOT_SUPPORTED" },
    });
    expect(await gateway.prepare({ ...request, payer: null })).toMatchObject({
      error: { code: "PAYER_REQUIRED" },
    });
    clock.set(request.expiresAt - minute + 1);
    expect(await gateway.prepare(request)).toMatchObject({ error: { code: "EXPIRES_TOO_SOON" } });
    expect(host.received).toHaveLength(0);
  });
});

describe("what the platform answers", () => {
  const outcomeOf = async (reply: Reply) => {
    host.reply = () => reply;
    const answer = await gateway.prepare(request);
    if (answer.ok) throw new Error("unexpected success");
    return answer.error.kind === "gatewayRefused" ? answer.error.code : answer.error.kind;
  };

  it.each([
    [400, "PARAM_ERROR"],
    [400, "APPID_MCHID_NOT_MATCH"],
    [401, "SIGN_ERROR"],
    [403, "OUT_TRADE_NO_USED"],
    [403, "NO_AUTH"],
  ])("%i %s is a refusal", async (status, code) => {
    expect(await outcomeOf(problem(status, code))).toBe(code);
  });

  it("tells a paid order by its code and by the number in Request-ID", async () => {
    expect(await outcomeOf(problem(400, "ORDERPAID"))).toBe("ORDER_PAID");
    expect(await outcomeOf(problem(400, "INVALID_REQUEST", { "request-id": "08E3-268449538" }))).toBe(
      "ORDER_PAID",
    );
  });

  it.each([
    ["429", problem(429, "FREQUENCY_LIMITED")],
    ["500", problem(500, "SYSTEM_ERROR")],
    ["502 with a page", { status: 502, body: "<html>" }],
    ["404 with an empty body", { status: 404 }],
    ["400 that is not the platform's", { status: 400, body: "bad request" }],
    ["redirect", { status: 302, headers: { location: "https://elsewhere.example/" } }],
    ["dropped connection", "cut"],
    ["success without signature", json({ prepay_id: "forged" })],
    ["answer that is too large", { body: "x".repeat(1024 * 1024 + 1) }],
  ] as [string, Reply][])("%s leaves the outcome unknown", async (_name, reply) => {
    expect(await outcomeOf(reply)).toBe("gatewayUnknown");
  });

  it("leaves the outcome unknown after the time limit and without a connection", async () => {
    host.reply = () => "silence";
    const hasty = createWechatPayGateway(testConfig(host.url, 50), deps);
    expect(await hasty.prepare(request)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    const gone = await startTestHost();
    await gone.close();
    const alone = createWechatPayGateway(testConfig(gone.url), deps);
    expect(await alone.prepare(request)).toMatchObject({
      error: { kind: "gatewayUnknown", detail: "not connected: ECONNREFUSED" },
    });
  });

  it("believes no success whose signature is wrong or old", async () => {
    const good = signedReply({ prepay_id: "wx2211" }, clock) as Exclude<Reply, string>;
    expect(await outcomeOf({ ...good, body: '{"prepay_id":"wx2212"}' })).toBe("gatewayUnknown");
    expect(await outcomeOf({ ...good, headers: { ...good.headers, "wechatpay-serial": "OTHER" } })).toBe(
      "gatewayUnknown",
    );
    clock.advance(301_000);
    expect(await outcomeOf(good)).toBe("gatewayUnknown");
  });
});

it("answers notifications as the platform wants to hear", () => {
  expect(gateway.answer(true).status).toBe(200);
  expect(gateway.answer(false).status).toBe(500);
  expect(JSON.parse(gateway.answer(false).body)).toMatchObject({ code: "FAIL" });
});
