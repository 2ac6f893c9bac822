import { fen, toId } from "@sanqi/kernel";
import { startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import type { SharingGateway } from "@sanqi/payments/use-cases";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAlipaySharing, refundRoyalties } from "./royalty.ts";
import { testConfig, testDeps } from "./test-config.ts";
import { contentOf, failure, parametersOf, playGateway, success } from "./test-gateway.ts";

let host: TestHost;
let sharing: SharingGateway;
beforeAll(async () => {
  host = await startTestHost();
  sharing = createAlipaySharing(testConfig(host.url), testDeps().deps);
});
afterAll(() => host.close());

const paymentId = toId("payment", `pay_${"0".repeat(20)}`);
const to = { kind: "loginName", account: "canteen@example.com" } as const;
const request = {
  paymentId,
  transactionId: "20261122",
  reason: "分账",
  parts: [{ ...to, amount: fen(605) }],
};
const [settle, ask, bind] = [
  "alipay.trade.order.settle",
  "alipay.trade.order.settle.query",
  "alipay.trade.royalty.relation.bind",
];
const play = (answers: Record<string, object>) => {
  host.received.length = 0;
  playGateway(host, answers);
};
const contentOfCall = (method: string) =>
  contentOf(host.received.find((one) => parametersOf(one).method === method));
const detail = (over: object = {}) => ({
  operation_type: "transfer",
  trans_in: to.account,
  amount: "6.05",
  state: "SUCCESS",
  ...over,
});
const told = (...details: object[]) =>
  success({ out_request_no: `${paymentId}_s`, royalty_detail_list: details });
const accepted = success({ settle_no: "1", trade_no: "20261122" });

describe("a receiver", () => {
  it("is bound, and known only when the platform says so", async () => {
    play({ [bind]: success({ result_code: "SUCCESS" }) });
    expect(await sharing.addReceiver({ ...to, name: "一食堂" })).toEqual({ ok: true, value: "known" });
    const content = contentOfCall(bind);
    expect(content.receiver_list).toMatchObject([{ type: "loginName", account: to.account, name: "一食堂" }]);
    expect(content.out_request_no).toMatch(/^\w{1,32}$/);
    play({ [bind]: success({ result_code: "FAIL" }) });
    expect(await sharing.addReceiver({ ...to, name: "一食堂" })).toMatchObject({
      error: { kind: "gatewayRefused", code: "RELATION_REFUSED" },
    });
  });
});

describe("a split", () => {
  it("says who gets how many yuan under the payment's own number", async () => {
    play({ [settle]: accepted, [ask]: told(detail()) });
    expect(await sharing.share(request)).toEqual({
      ok: true,
      value: [{ account: to.account, amountFen: 605, result: "success", failure: null }],
    });
    expect(contentOfCall(settle)).toEqual({
      trade_no: "20261122",
      out_request_no: `${paymentId}_s`,
      royalty_mode: "sync",
      royalty_parameters: [
        {
          royalty_type: "transfer",
          trans_in_type: "loginName",
          trans_in: to.account,
          amount: "6.05",
          desc: "分账",
        },
      ],
    });
  });

  it.each([
    ["by another id of the same receiver", detail({ trans_in: "2088000000000101" }), "success"],
    ["as failed", detail({ state: "FAIL", error_code: "NO" }), "closed"],
    ["as under way", detail({ state: "PROCESSING" }), "pending"],
  ])("that is told %s is read", async (_how, one, result) => {
    play({ [settle]: accepted, [ask]: told(one, detail({ operation_type: "transfer_refund" })) });
    expect(await sharing.query(request)).toMatchObject({ value: [{ account: to.account, result }] });
  });

  it("that may not be asked about has arrived when it was accepted, and is repeated when in doubt", async () => {
    play({ [settle]: accepted, [ask]: failure("40006", "isv.insufficient-isv-permissions") });
    expect(await sharing.share(request)).toMatchObject({ value: [{ result: "success" }] });
    expect(await sharing.query(request)).toEqual({ ok: true, value: null });
  });

  it("that is accepted but not told yet is under way", async () => {
    for (const answer of [
      failure("40004", "ACQ.TRADE_NOT_EXIST"),
      failure("20000", "isp.unknow-error"),
      told(),
    ]) {
      play({ [settle]: accepted, [ask]: answer });
      expect(await sharing.share(request)).toMatchObject({ value: [{ result: "pending" }] });
    }
  });

  it("keeps a refusal apart from an outcome that nobody knows", async () => {
    play({ [settle]: failure("40004", "ACQ.ALLOC_AMOUNT_VALIDATE_ERROR") });
    expect(await sharing.share(request)).toMatchObject({
      error: { kind: "gatewayRefused", code: "ACQ.ALLOC_AMOUNT_VALIDATE_ERROR" },
    });
    play({ [settle]: failure("20000", "aop.unknow-error"), [ask]: failure("20000", "aop.unknow-error") });
    expect(await sharing.share(request)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    expect(await sharing.query(request)).toMatchObject({ error: { kind: "gatewayUnknown" } });
  });

  it.each([
    ["another number", success({ out_request_no: "x", royalty_detail_list: [detail()] })],
    ["a state of no kind", told(detail({ state: "MAYBE" }))],
    ["a stranger and another amount", told(detail({ trans_in: "2088000000000999", amount: "1.00" }))],
  ])("that is told with %s is open", async (_what, answer) => {
    play({ [ask]: answer });
    expect(await sharing.query(request)).toMatchObject({ error: { kind: "gatewayUnknown" } });
  });

  it("is finished under a number of its own, without any receiver", async () => {
    play({ [settle]: accepted });
    expect(await sharing.unfreeze({ ...request, reason: "完结" })).toEqual({ ok: true, value: "free" });
    expect(contentOfCall(settle)).toEqual({
      trade_no: "20261122",
      out_request_no: `${paymentId}_u`,
      extend_params: { royalty_finish: "true" },
    });
  });
});

describe("a refund", () => {
  it("names what receivers give back, and says nothing of it where nobody does", () => {
    expect(refundRoyalties({})).toEqual({});
    expect(refundRoyalties({ sharesBack: [{ ...to, amount: fen(150) }] })).toEqual({
      refund_royalty_parameters: [
        {
          royalty_type: "transfer",
          trans_out_type: "loginName",
          trans_out: to.account,
          amount: "1.50",
          desc: "退分账",
        },
      ],
    });
  });
});
