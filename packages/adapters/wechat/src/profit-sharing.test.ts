import { createPrivateKey } from "node:crypto";
import { fen, toId } from "@sanqi/kernel";
import { startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import type { SharingGateway } from "@sanqi/payments/use-cases";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Rsa } from "wechatpay-axios-plugin";
import { createWechatSharing } from "./profit-sharing.ts";
import { testConfig, testDeps, testKeys } from "./test-config.ts";
import { requestIsSigned, signedReply } from "./test-pay-host.ts";

let host: TestHost;
let sharing: SharingGateway;
const { clock, deps } = testDeps();
beforeAll(async () => {
  host = await startTestHost();
  sharing = createWechatSharing(testConfig(host.url), deps);
});
afterAll(() => host.close());

const paymentId = toId("payment", `pay_${"0".repeat(20)}`);
const refundId = toId("refund", `rfd_${"0".repeat(20)}`);
const to = { kind: "merchant", account: "1900000101" } as const;
const key = { paymentId, transactionId: "4200001" };
const request = { ...key, reason: "分账", parts: [{ ...to, amount: fen(600) }] };
const receiver = { account: to.account, amount: 600, result: "SUCCESS", type: "MERCHANT_ID" };
const answering = (payload: object, status = 200) => {
  host.received.length = 0;
  host.reply = () => signedReply(payload, clock, status);
};
const sent = () => ({
  path: host.received[0]?.path,
  body: JSON.parse(host.received[0]?.body || "{}"),
  signed: host.received[0] && requestIsSigned(host.received[0]),
});
const unknown = { error: { kind: "gatewayUnknown" } };

describe("adding a receiver", () => {
  it("sends the name so that only the platform reads it", async () => {
    answering({ type: "MERCHANT_ID", account: to.account, relation_type: "STORE" });
    expect(await sharing.addReceiver({ ...to, name: "一食堂有限公司" })).toEqual({
      ok: true,
      value: "known",
    });
    const { path, body, signed } = sent();
    expect([path, signed]).toEqual(["/wechatpay/v3/profitsharing/receivers/add", true]);
    expect(body).toMatchObject({ appid: "wxtest0000000001", type: "MERCHANT_ID", relation_type: "STORE" });
    const platformKey = createPrivateKey(testKeys.platform.privateKey);
    expect(Rsa.decrypt(body.name, platformKey)).toBe("一食堂有限公司");
  });
});

describe("a share", () => {
  const order = { out_order_no: `${paymentId}_s`, transaction_id: "4200001", state: "FINISHED" };

  it("asks for each part under the payment's own number and leaves the rest frozen", async () => {
    answering({ ...order, receivers: [receiver] });
    expect(await sharing.share(request)).toEqual({
      ok: true,
      value: [{ account: to.account, amountFen: 600, result: "success", failure: null }],
    });
    expect(sent()).toMatchObject({
      path: "/wechatpay/v3/profitsharing/orders",
      signed: true,
      body: {
        transaction_id: "4200001",
        out_order_no: `${paymentId}_s`,
        unfreeze_unsplit: false,
        receivers: [{ type: "MERCHANT_ID", account: to.account, amount: 600, description: "分账" }],
      },
    });
  });

  it("reads each receiver's own result, whatever the order's state says", async () => {
    const closed = { ...receiver, result: "CLOSED", fail_reason: "NO_RELATION" };
    answering({ ...order, receivers: [closed] });
    expect(await sharing.share(request)).toMatchObject({
      value: [{ result: "closed", failure: "NO_RELATION" }],
    });
    answering({ ...order, state: "PROCESSING", receivers: [{ ...receiver, result: "PENDING" }] });
    expect(await sharing.query(request)).toMatchObject({ value: [{ result: "pending", failure: null }] });
    expect(sent()).toMatchObject({
      path: `/wechatpay/v3/profitsharing/orders/${paymentId}_s?transaction_id=4200001`,
      signed: true,
    });
  });

  it.each([
    ["another number", { ...order, out_order_no: "x", receivers: [receiver] }],
    ["a result of no kind", { ...order, receivers: [{ ...receiver, result: "MAYBE" }] }],
    ["an amount that is none", { ...order, receivers: [{ ...receiver, amount: "600" }] }],
    ["nobody's account", { ...order, receivers: [{ ...receiver, account: "" }] }],
  ])("that is answered with %s is open", async (_what, payload) => {
    answering(payload);
    expect(await sharing.share(request)).toMatchObject(unknown);
    expect(await sharing.query(request)).toMatchObject(unknown);
  });

  it("that the platform never accepted is null, one that it refuses tells the code", async () => {
    answering({ code: "RESOURCE_NOT_EXISTS", message: "" }, 404);
    expect(await sharing.query(request)).toEqual({ ok: true, value: null });
    answering({ code: "NOT_ENOUGH", message: "" }, 403);
    expect(await sharing.share(request)).toMatchObject({
      error: { kind: "gatewayRefused", code: "NOT_ENOUGH" },
    });
    answering({ code: "RATELIMIT_EXCEED", message: "" }, 429);
    expect(await sharing.share(request)).toMatchObject(unknown);
  });

  it("whose answer carries a wrong signature is open", async () => {
    const forged = signedReply({ ...order, receivers: [receiver] }, clock);
    host.reply = () => ({ ...(forged as object), body: '{"out_order_no":"forged"}' });
    expect(await sharing.share(request)).toMatchObject(unknown);
  });
});

describe("the rest and returns", () => {
  const back = {
    ...key,
    refundId,
    party: "merchant",
    from: to,
    amount: fen(150),
    reason: "少了一份",
  } as const;
  const returned = (result: string, more: object = {}) => {
    answering({ out_return_no: `${refundId}_m`, result, ...more });
    return sharing.returnShare?.(back);
  };

  it("unfreezes under another number than it shares", async () => {
    answering({ out_order_no: `${paymentId}_u`, state: "PROCESSING" });
    expect(await sharing.unfreeze({ ...key, reason: "完结" })).toEqual({ ok: true, value: "free" });
    expect(sent().body).toEqual({
      transaction_id: "4200001",
      out_order_no: `${paymentId}_u`,
      description: "完结",
    });
  });

  it("takes a part back from its receiver", async () => {
    expect(await returned("SUCCESS")).toEqual({ ok: true, value: "returned" });
    expect(sent().body).toEqual({
      out_order_no: `${paymentId}_s`,
      out_return_no: `${refundId}_m`,
      return_mchid: to.account,
      amount: 150,
      description: "少了一份",
    });
    expect(await returned("PROCESSING")).toEqual({ ok: true, value: "processing" });
    expect(await returned("FAILED", { fail_reason: "ACCOUNT_ABNORMAL" })).toMatchObject({
      error: { kind: "gatewayRefused", code: "ACCOUNT_ABNORMAL" },
    });
    expect(await returned("PERHAPS")).toMatchObject(unknown);
    expect(await returned("SUCCESS", { out_return_no: "another" })).toMatchObject(unknown);
  });

  it("that is refused now may have been carried out before: its state counts", async () => {
    const refusal = signedReply({ code: "INVALID_REQUEST", message: "" }, clock, 400);
    const answers = [
      [signedReply({ out_return_no: `${refundId}_m`, result: "SUCCESS" }, clock), { value: "returned" }],
      [
        signedReply({ code: "RESOURCE_NOT_EXISTS", message: "" }, clock, 404),
        { error: { code: "INVALID_REQUEST" } },
      ],
      [signedReply({ code: "SIGN_ERROR", message: "" }, clock, 401), unknown],
    ] as const;
    for (const [state, expected] of answers) {
      host.reply = ({ method }) => (method === "POST" ? refusal : state);
      expect(await sharing.returnShare?.(back)).toMatchObject(expected);
    }
  });
});
