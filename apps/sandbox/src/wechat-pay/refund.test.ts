import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { defaultFaults } from "../faults.ts";
import type { MerchantCall } from "../testing/wechat-merchant.ts";
import { startWechatShop, type WechatShop } from "../testing/wechat-shop.ts";

const minute = 60_000;
let shop: WechatShop;
beforeAll(async () => {
  shop = await startWechatShop();
});
afterAll(() => shop.bench.sandbox.close());
afterEach(() => shop.bench.fault(defaultFaults()));

describe("refunds", () => {
  const refundPath = "/v3/refund/domestic/refunds";
  let refunds = 0;
  const newRefund = () => `rfd_${String(++refunds).padStart(6, "0")}`;
  const refund = (no: string, more: Record<string, unknown> = {}, request: Partial<MerchantCall> = {}) =>
    shop.call({
      path: refundPath,
      body: {
        out_trade_no: no,
        out_refund_no: newRefund(),
        amount: { refund: 1_850, total: 1_850, currency: "CNY" },
        ...more,
      },
      ...request,
    });
  const part = (fen: number) => ({ amount: { refund: fen, total: 1_850, currency: "CNY" } });

  it("repeat by their number, and only with the same parameters", async () => {
    const no = await shop.paid();
    const out_refund_no = newRefund();
    const [one, two] = [await refund(no, { out_refund_no }), await refund(no, { out_refund_no })];
    expect(two.json.refund_id).toBe(one.json.refund_id);
    expect((await refund(no, { out_refund_no, ...part(1) })).json.code).toBe("INVALID_REQUEST");
    expect((await refund(await shop.paid(), { out_refund_no })).json.code).toBe("INVALID_REQUEST");
    const state = (await shop.bench.call("/admin/state")).json as {
      refunds: { outTradeNo: string; amountFen: number }[];
    };
    expect(state.refunds.filter((one) => one.outTradeNo === no)).toMatchObject([{ amountFen: 1_850 }]);
  });

  it("turn the order to REFUND after a part, and stop at the total", async () => {
    const no = await shop.paid();
    expect((await refund(no, part(850))).status).toBe(200);
    expect((await shop.query(no)).json.trade_state).toBe("REFUND");
    expect((await refund(no, part(1_000))).json.code).toBe("FREQUENCY_LIMITED");
    shop.clock.advance(minute);
    const over = await refund(no, part(1_001));
    expect(over.status).toBe(400);
    expect(over.json.code).toBe(defaultFaults().wechatOverRefund);
    expect((await refund(no, part(1_000))).status).toBe(200);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ out_refund_no: "has space" }, "PARAM_ERROR"],
    [{ out_refund_no: "x".repeat(65) }, "PARAM_ERROR"],
    [{ reason: "长".repeat(81) }, "PARAM_ERROR"],
    [{ notify_url: "https://example.com/?x" }, "PARAM_ERROR"],
    [{ amount: { refund: 0, total: 1_850, currency: "CNY" } }, "PARAM_ERROR"],
    [{ amount: { refund: 1, total: 1_850 } }, "PARAM_ERROR"],
    [{ amount: { refund: 1, total: 1_851, currency: "CNY" } }, "INVALID_REQUEST"],
    [{ out_trade_no: undefined }, "PARAM_ERROR"],
  ])("refuse %j", async (more, code) => {
    const no = await shop.paid();
    expect((await refund(no, more)).json.code).toBe(code);
  });

  it("need a paid order, a known one, and a User-Agent", async () => {
    const open = shop.newNo();
    await shop.prepay(open);
    expect((await refund(open)).json.code).toBe("INVALID_REQUEST");
    expect((await refund("no_unknown")).status).toBe(404);
    const silent = await refund(await shop.paid(), {}, { userAgent: null });
    expect([silent.status, silent.json.code]).toEqual([400, "INVALID_REQUEST"]);
    expect((await shop.call({ path: `${refundPath}/rfd_unknown` })).json.code).toBe("RESOURCE_NOT_EXISTS");
  });

  it.each([
    ["notEnough", "NOT_ENOUGH"],
    ["accountAbnormal", "USER_ACCOUNT_ABNORMAL"],
  ])("answer the switch %s", async (wechatRefund, code) => {
    await shop.bench.fault({ wechatRefund });
    const reply = await refund(await shop.paid());
    expect([reply.status, reply.json.code]).toEqual([403, code]);
  });

  it.each([
    ["abnormal", "ABNORMAL"],
    ["closed", "CLOSED"],
  ])("may end %s", async (wechatRefund, state) => {
    await shop.bench.fault({ wechatRefund, wechatRefundMs: 0 });
    const out_refund_no = newRefund();
    await refund(await shop.paid(), { out_refund_no });
    await expect
      .poll(async () => (await shop.call({ path: `${refundPath}/${out_refund_no}` })).json.status)
      .toBe(state);
  });
});
