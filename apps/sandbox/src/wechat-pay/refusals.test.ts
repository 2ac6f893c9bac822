import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { rfc3339 } from "../beijing-time.ts";
import { defaultFaults } from "../faults.ts";
import { type Bench, movableClock, startBench } from "../testing/bench.ts";
import { type MerchantCall, wechatLogin, wechatMerchant } from "../testing/wechat-merchant.ts";

const clock = movableClock();
const minute = 60_000;
const notify = "http://127.0.0.1:9/notify";
let bench: Bench;
let merchant: ReturnType<typeof wechatMerchant>;
let openid: string;
let serial = 0;
const newNo = () => `no_${String(++serial).padStart(6, "0")}`;
const seconds = () => Math.floor(clock.now() / 1_000);

beforeAll(async () => {
  bench = await startBench({ clock });
  merchant = wechatMerchant(bench);
  openid = await wechatLogin(bench, "lin");
});
afterAll(() => bench.sandbox.close());
afterEach(() => bench.fault(defaultFaults()));

const call = (request: MerchantCall) => merchant.call({ timestamp: seconds(), ...request });
const prepay = (no: string, more: Record<string, unknown> = {}) =>
  call({ path: "/v3/pay/transactions/jsapi", body: merchant.prepayBody(no, openid, notify, more) });
const press = async (prepayId: unknown, more: Record<string, unknown> = {}, person = "lin") =>
  (await bench.call("/device/wechat/request-payment", merchant.payParams(String(prepayId), person, more)))
    .json;
const orderPath = (no: string) => `/v3/pay/transactions/out-trade-no/${no}`;
const query = (no: string) => call({ path: `${orderPath(no)}?mchid=${bench.env.WECHATPAY_MCH_ID}` });
const close = (no: string) =>
  call({ path: `${orderPath(no)}/close`, body: { mchid: bench.env.WECHATPAY_MCH_ID } });
async function paid(no = newNo()) {
  const { json } = await prepay(no);
  expect(await press(json.prepay_id)).toEqual({ errMsg: "requestPayment:ok" });
  return no;
}

describe("the signature of a request", () => {
  const body = () => merchant.prepayBody(newNo(), openid, notify);
  const path = "/v3/pay/transactions/jsapi";

  it.each<[string, (base: MerchantCall) => MerchantCall, string]>([
    ["a changed body", (base) => ({ ...base, tamper: { body: "{}" } }), "SIGN_ERROR"],
    ["another path", (base) => ({ ...base, tamper: { path: "/v3/refund/domestic/refunds" } }), "SIGN_ERROR"],
    ["another serial", (base) => ({ ...base, serial: "00" }), "SIGN_ERROR"],
    ["another merchant", (base) => ({ ...base, mchId: "1900000000" }), "MCH_NOT_EXISTS"],
    ["no header", (base) => ({ ...base, authorization: null }), "SIGN_ERROR"],
    ["another scheme", (base) => ({ ...base, authorization: "Bearer x" }), "SIGN_ERROR"],
    [
      "missing fields",
      (base) => ({ ...base, authorization: 'WECHATPAY2-SHA256-RSA2048 mchid="1"' }),
      "SIGN_ERROR",
    ],
  ])("is refused with %s, and the refusal is not signed", async (_name, change, code) => {
    const reply = await call(change({ path, body: body() }));
    expect(reply.status).toBe(code === "SIGN_ERROR" ? 401 : 400);
    expect(reply.json.code).toBe(code);
    expect([...reply.headers.keys()].filter((name) => name.startsWith("wechatpay-"))).toEqual([]);
  });

  it("is looked at after the clock", async () => {
    const late = await call({ path, body: body(), timestamp: seconds() - 301, tamper: { body: "{}" } });
    expect(late.status).toBe(401);
    expect(late.json.message).toContain("timestamp");
    expect((await call({ path, body: body(), timestamp: seconds() + 301 })).status).toBe(401);
    expect((await call({ path, body: body(), timestamp: seconds() - 290 })).status).toBe(200);
  });

  it("covers the query, and a path with | is signed as %7C", async () => {
    const no = "a|b|c_0001";
    expect((await prepay(no)).status).toBe(200);
    expect((await query(no.replaceAll("|", "%7C"))).json.out_trade_no).toBe(no);
    const signedFor = `${orderPath("x")}?mchid=${bench.env.WECHATPAY_MCH_ID}`;
    expect((await call({ path: signedFor, tamper: { path: `${orderPath("x")}?mchid=1` } })).status).toBe(401);
  });

  it("covers the empty answer of a close too", async () => {
    const no = newNo();
    await prepay(no);
    const reply = await close(no);
    expect(reply.status).toBe(204);
    expect(reply.text).toBe("");
    expect(merchant.signedByPlatform((name) => reply.headers.get(name), "")).toBe(true);
  });
});

describe("prepay", () => {
  it.each<[Record<string, unknown>, string]>([
    [{ description: "" }, "PARAM_ERROR"],
    [{ description: "长".repeat(128) }, "PARAM_ERROR"],
    [{ out_trade_no: "short" }, "PARAM_ERROR"],
    [{ out_trade_no: "has space 1" }, "PARAM_ERROR"],
    [{ out_trade_no: "x".repeat(33) }, "PARAM_ERROR"],
    [{ notify_url: "https://example.com/n?x=1" }, "PARAM_ERROR"],
    [{ notify_url: "not a url" }, "PARAM_ERROR"],
    [{ amount: { total: 0 } }, "PARAM_ERROR"],
    [{ amount: { total: 1.5 } }, "PARAM_ERROR"],
    [{ amount: { total: "100" } }, "PARAM_ERROR"],
    [{ amount: { total: 100, currency: "USD" } }, "PARAM_ERROR"],
    [{ payer: { openid: "o-nobody" } }, "PARAM_ERROR"],
    [{ payer: undefined }, "PARAM_ERROR"],
    [{ attach: "x".repeat(129) }, "PARAM_ERROR"],
    [{ time_expire: "tomorrow" }, "PARAM_ERROR"],
    [{ time_expire: rfc3339(Date.now() + 30_000) }, "PARAM_ERROR"],
    [{ appid: "wxother" }, "APPID_MCHID_NOT_MATCH"],
    [{ mchid: "1900000000" }, "PARAM_ERROR"],
  ])("refuses %j", async (more, code) => {
    const reply = await prepay(newNo(), more);
    expect(reply.status).toBe(400);
    expect(reply.json.code).toBe(code);
  });

  it("names the field of a PARAM_ERROR", async () => {
    expect((await prepay(newNo(), { amount: { total: 0 } })).json).toMatchObject({
      detail: { field: "/amount/total", location: "body" },
    });
  });

  it("refuses broken JSON", async () => {
    const reply = await fetch(`${bench.env.WECHATPAY_BASE}/v3/pay/transactions/jsapi`, {
      method: "POST",
      body: "{",
    });
    expect(reply.status).toBe(401);
    expect((await call({ path: "/v3/pay/transactions/jsapi", body: [1] })).json.code).toBe("PARAM_ERROR");
  });

  it("gives a fresh prepay_id for the same order, and both can be paid once", async () => {
    const no = newNo();
    const [one, two] = [await prepay(no), await prepay(no)];
    expect(one.json.prepay_id).not.toBe(two.json.prepay_id);
    expect(await press(one.json.prepay_id)).toEqual({ errMsg: "requestPayment:ok" });
    expect(await press(two.json.prepay_id)).toEqual({ errMsg: "requestPayment:fail 该订单已支付" });
    expect((await prepay(no)).json.code).toBe("ORDER_PAID");
  });

  it("refuses a used number with other parameters", async () => {
    const no = newNo();
    await prepay(no);
    const other = await prepay(no, { amount: { total: 1, currency: "CNY" } });
    expect(other.status).toBe(403);
    expect(other.json.code).toBe("OUT_TRADE_NO_USED");
  });

  it("refuses a closed number", async () => {
    const no = newNo();
    await prepay(no);
    await close(no);
    expect((await prepay(no)).json.code).toBe("ORDER_CLOSED");
  });
});

describe("the cashier", () => {
  it("checks what the real client checks", async () => {
    const { json } = await prepay(newNo());
    expect((await press(json.prepay_id, { paySign: "AAAA" })).errMsg).toContain("签名");
    expect((await press(json.prepay_id, { signType: "MD5" })).errMsg).toContain("signType");
    expect((await press(json.prepay_id, { timeStamp: "now" })).errMsg).toContain("fail");
    expect((await press(json.prepay_id, { nonceStr: "" })).errMsg).toContain("缺少参数");
    expect((await press("wx0000")).errMsg).toContain("prepay_id");
    expect((await press(json.prepay_id, {}, "mei")).errMsg).toContain("不一致");
    expect(
      (
        await bench.call(
          "/device/wechat/request-payment",
          merchant.payParams(String(json.prepay_id), "lin", { outcome: "x" }),
        )
      ).status,
    ).toBe(400);
  });

  it("leaves the order open when the person cancels or the attempt fails", async () => {
    const no = newNo();
    const { json } = await prepay(no);
    expect(await press(json.prepay_id, { outcome: "cancel" })).toEqual({
      errMsg: "requestPayment:fail cancel",
    });
    expect((await press(json.prepay_id, { outcome: "fail" })).errMsg).toMatch(/^requestPayment:fail /);
    const open = await query(no);
    expect(open.json.trade_state).toBe("NOTPAY");
    expect(open.json).not.toHaveProperty("transaction_id");
    expect(await press(json.prepay_id, { outcome: "pay" })).toEqual({ errMsg: "requestPayment:ok" });
  });

  it("refuses after two hours, and after the order's own time", async () => {
    const { json } = await prepay(newNo());
    const no = newNo();
    const timed = await prepay(no, { time_expire: rfc3339(clock.now() + 15 * minute) });
    clock.advance(16 * minute);
    expect((await press(timed.json.prepay_id)).errMsg).toContain("已关闭");
    expect((await query(no)).json.trade_state).toBe("CLOSED");
    clock.advance(105 * minute);
    expect((await press(json.prepay_id)).errMsg).toContain("已过期");
  });
});

describe("query and close", () => {
  it("know only their own orders and merchant", async () => {
    expect((await query("no_unknown")).json.code).toBe("ORDER_NOT_EXIST");
    await bench.fault({ wechatOrderMissing: "ORDERNOTEXIST" });
    const old = await query("no_unknown");
    expect([old.status, old.json.code]).toEqual([404, "ORDERNOTEXIST"]);
    expect((await close("no_unknown")).status).toBe(404);
    expect((await call({ path: orderPath("x_000001") })).json.code).toBe("PARAM_ERROR");
  });

  it("close again without harm, but not what is paid", async () => {
    const no = newNo();
    await prepay(no);
    expect((await close(no)).status).toBe(204);
    expect((await close(no)).status).toBe(204);
    const done = await paid();
    const refused = await close(done);
    expect(refused.status).toBe(400);
    expect((await query(done)).json.trade_state).toBe("SUCCESS");
    await bench.fault({ wechatOrderPaid: "numeric" });
    const numeric = await close(done);
    expect(numeric.json.code).toBe("INVALID_REQUEST");
    expect(numeric.headers.get("request-id")).toMatch(/-268449538$/);
  });

  it("closes by itself after seven days", async () => {
    const no = newNo();
    await prepay(no);
    clock.advance(7 * 24 * 60 * minute);
    expect((await query(no)).json.trade_state).toBe("CLOSED");
  });
});

describe("refunds", () => {
  const refundPath = "/v3/refund/domestic/refunds";
  let refunds = 0;
  const newRefund = () => `rfd_${String(++refunds).padStart(6, "0")}`;
  const refund = (no: string, more: Record<string, unknown> = {}, request: Partial<MerchantCall> = {}) =>
    call({
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
    const no = await paid();
    const out_refund_no = newRefund();
    const [one, two] = [await refund(no, { out_refund_no }), await refund(no, { out_refund_no })];
    expect(two.json.refund_id).toBe(one.json.refund_id);
    expect((await refund(no, { out_refund_no, ...part(1) })).json.code).toBe("INVALID_REQUEST");
    expect((await refund(await paid(), { out_refund_no })).json.code).toBe("INVALID_REQUEST");
    const state = (await bench.call("/admin/state")).json as {
      refunds: { outTradeNo: string; amountFen: number }[];
    };
    expect(state.refunds.filter((one) => one.outTradeNo === no)).toMatchObject([{ amountFen: 1_850 }]);
  });

  it("turn the order to REFUND after a part, and stop at the total", async () => {
    const no = await paid();
    expect((await refund(no, part(850))).status).toBe(200);
    expect((await query(no)).json.trade_state).toBe("REFUND");
    expect((await refund(no, part(1_000))).json.code).toBe("FREQUENCY_LIMITED");
    clock.advance(minute);
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
    const no = await paid();
    expect((await refund(no, more)).json.code).toBe(code);
  });

  it("need a paid order, a known one, and a User-Agent", async () => {
    const open = newNo();
    await prepay(open);
    expect((await refund(open)).json.code).toBe("INVALID_REQUEST");
    expect((await refund("no_unknown")).status).toBe(404);
    const silent = await refund(await paid(), {}, { userAgent: null });
    expect([silent.status, silent.json.code]).toEqual([400, "INVALID_REQUEST"]);
    expect((await call({ path: `${refundPath}/rfd_unknown` })).json.code).toBe("RESOURCE_NOT_EXISTS");
  });

  it.each([
    ["notEnough", "NOT_ENOUGH"],
    ["accountAbnormal", "USER_ACCOUNT_ABNORMAL"],
  ])("answer the switch %s", async (wechatRefund, code) => {
    await bench.fault({ wechatRefund });
    const reply = await refund(await paid());
    expect([reply.status, reply.json.code]).toEqual([403, code]);
  });

  it.each([
    ["abnormal", "ABNORMAL"],
    ["closed", "CLOSED"],
  ])("may end %s", async (wechatRefund, state) => {
    await bench.fault({ wechatRefund, wechatRefundMs: 0 });
    const out_refund_no = newRefund();
    await refund(await paid(), { out_refund_no });
    await expect
      .poll(async () => (await call({ path: `${refundPath}/${out_refund_no}` })).json.status)
      .toBe(state);
  });
});

describe("switches", () => {
  it("take WeChat Pay down and limit it, without a signature", async () => {
    await bench.fault({ wechatPayDown: true });
    const down = await prepay(newNo());
    expect([down.status, down.json.code]).toEqual([500, "SYSTEM_ERROR"]);
    await bench.fault({ wechatPayDown: false, wechatPayLimited: "RATELIMIT_EXCEEDED" });
    const limited = await prepay(newNo());
    expect([limited.status, limited.json.code]).toEqual([429, "RATELIMIT_EXCEEDED"]);
    expect(limited.headers.has("wechatpay-signature")).toBe(false);
  });

  it("leave unknown paths empty", async () => {
    const reply = await fetch(`${bench.env.WECHATPAY_BASE}/v3/nothing`);
    expect([reply.status, await reply.text()]).toEqual([404, ""]);
  });
});
