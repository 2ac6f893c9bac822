import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { rfc3339 } from "../beijing-time.ts";
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

describe("the signature of a request", () => {
  const body = () => shop.orderBody(shop.newNo());
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
    const reply = await shop.call(change({ path, body: body() }));
    expect(reply.status).toBe(code === "SIGN_ERROR" ? 401 : 400);
    expect(reply.json.code).toBe(code);
    expect([...reply.headers.keys()].filter((name) => name.startsWith("wechatpay-"))).toEqual([]);
  });

  it("is looked at after the clock", async () => {
    const late = await shop.call({
      path,
      body: body(),
      timestamp: shop.seconds() - 301,
      tamper: { body: "{}" },
    });
    expect(late.status).toBe(401);
    expect(late.json.message).toContain("timestamp");
    expect((await shop.call({ path, body: body(), timestamp: shop.seconds() + 301 })).status).toBe(401);
    expect((await shop.call({ path, body: body(), timestamp: shop.seconds() - 290 })).status).toBe(200);
  });

  it("covers the query, and a path with | is signed as %7C", async () => {
    const no = "a|b|c_0001";
    expect((await shop.prepay(no)).status).toBe(200);
    expect((await shop.query(no.replaceAll("|", "%7C"))).json.out_trade_no).toBe(no);
    const signedFor = `${shop.orderPath("x")}?mchid=${shop.bench.env.WECHATPAY_MCH_ID}`;
    expect(
      (await shop.call({ path: signedFor, tamper: { path: `${shop.orderPath("x")}?mchid=1` } })).status,
    ).toBe(401);
  });

  it("covers the empty answer of a close too", async () => {
    const no = shop.newNo();
    await shop.prepay(no);
    const reply = await shop.close(no);
    expect(reply.status).toBe(204);
    expect(reply.text).toBe("");
    expect(shop.merchant.signedByPlatform((name) => reply.headers.get(name), "")).toBe(true);
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
    const reply = await shop.prepay(shop.newNo(), more);
    expect(reply.status).toBe(400);
    expect(reply.json.code).toBe(code);
  });

  it("names the field of a PARAM_ERROR", async () => {
    expect((await shop.prepay(shop.newNo(), { amount: { total: 0 } })).json).toMatchObject({
      detail: { field: "/amount/total", location: "body" },
    });
  });

  it("refuses broken JSON", async () => {
    const reply = await fetch(`${shop.bench.env.WECHATPAY_BASE}/v3/pay/transactions/jsapi`, {
      method: "POST",
      body: "{",
    });
    expect(reply.status).toBe(401);
    expect((await shop.call({ path: "/v3/pay/transactions/jsapi", body: [1] })).json.code).toBe(
      "PARAM_ERROR",
    );
  });

  it("gives a fresh prepay_id for the same order, and both can be paid once", async () => {
    const no = shop.newNo();
    const [one, two] = [await shop.prepay(no), await shop.prepay(no)];
    expect(one.json.prepay_id).not.toBe(two.json.prepay_id);
    expect(await shop.press(one.json.prepay_id)).toEqual({ errMsg: "requestPayment:ok" });
    expect(await shop.press(two.json.prepay_id)).toEqual({ errMsg: "requestPayment:fail 该订单已支付" });
    expect((await shop.prepay(no)).json.code).toBe("ORDER_PAID");
  });

  it("refuses a used number with other parameters", async () => {
    const no = shop.newNo();
    await shop.prepay(no);
    const other = await shop.prepay(no, { amount: { total: 1, currency: "CNY" } });
    expect(other.status).toBe(403);
    expect(other.json.code).toBe("OUT_TRADE_NO_USED");
  });

  it("refuses a closed number", async () => {
    const no = shop.newNo();
    await shop.prepay(no);
    await shop.close(no);
    expect((await shop.prepay(no)).json.code).toBe("ORDER_CLOSED");
  });
});

describe("the cashier", () => {
  it("checks what the real client checks", async () => {
    const { json } = await shop.prepay(shop.newNo());
    expect((await shop.press(json.prepay_id, { paySign: "AAAA" })).errMsg).toContain("签名");
    expect((await shop.press(json.prepay_id, { signType: "MD5" })).errMsg).toContain("signType");
    expect((await shop.press(json.prepay_id, { timeStamp: "now" })).errMsg).toContain("fail");
    expect((await shop.press(json.prepay_id, { nonceStr: "" })).errMsg).toContain("缺少参数");
    expect((await shop.press("wx0000")).errMsg).toContain("prepay_id");
    expect((await shop.press(json.prepay_id, {}, "mei")).errMsg).toContain("不一致");
    expect(
      (
        await shop.bench.call(
          "/device/wechat/request-payment",
          shop.merchant.payParams(String(json.prepay_id), "lin", { outcome: "x" }),
        )
      ).status,
    ).toBe(400);
  });

  it("leaves the order open when the person cancels or the attempt fails", async () => {
    const no = shop.newNo();
    const { json } = await shop.prepay(no);
    expect(await shop.press(json.prepay_id, { outcome: "cancel" })).toEqual({
      errMsg: "requestPayment:fail cancel",
    });
    expect((await shop.press(json.prepay_id, { outcome: "fail" })).errMsg).toMatch(/^requestPayment:fail /);
    const open = await shop.query(no);
    expect(open.json.trade_state).toBe("NOTPAY");
    expect(open.json).not.toHaveProperty("transaction_id");
    expect(await shop.press(json.prepay_id, { outcome: "pay" })).toEqual({ errMsg: "requestPayment:ok" });
  });

  it("refuses after two hours, and after the order's own time", async () => {
    const { json } = await shop.prepay(shop.newNo());
    const no = shop.newNo();
    const timed = await shop.prepay(no, { time_expire: rfc3339(shop.clock.now() + 15 * minute) });
    shop.clock.advance(16 * minute);
    expect((await shop.press(timed.json.prepay_id)).errMsg).toContain("已关闭");
    expect((await shop.query(no)).json.trade_state).toBe("CLOSED");
    shop.clock.advance(105 * minute);
    expect((await shop.press(json.prepay_id)).errMsg).toContain("已过期");
  });
});

describe("query and close", () => {
  it("know only their own orders and merchant", async () => {
    expect((await shop.query("no_unknown")).json.code).toBe("ORDER_NOT_EXIST");
    await shop.bench.fault({ wechatOrderMissing: "ORDERNOTEXIST" });
    const old = await shop.query("no_unknown");
    expect([old.status, old.json.code]).toEqual([404, "ORDERNOTEXIST"]);
    expect((await shop.close("no_unknown")).status).toBe(404);
    expect((await shop.call({ path: shop.orderPath("x_000001") })).json.code).toBe("PARAM_ERROR");
  });

  it("close again without harm, but not what is paid", async () => {
    const no = shop.newNo();
    await shop.prepay(no);
    expect((await shop.close(no)).status).toBe(204);
    expect((await shop.close(no)).status).toBe(204);
    const done = await shop.paid();
    const refused = await shop.close(done);
    expect(refused.status).toBe(400);
    expect((await shop.query(done)).json.trade_state).toBe("SUCCESS");
    await shop.bench.fault({ wechatOrderPaid: "numeric" });
    const numeric = await shop.close(done);
    expect(numeric.json.code).toBe("INVALID_REQUEST");
    expect(numeric.headers.get("request-id")).toMatch(/-268449538$/);
  });

  it("closes by itself after seven days", async () => {
    const no = shop.newNo();
    await shop.prepay(no);
    shop.clock.advance(7 * 24 * 60 * minute);
    expect((await shop.query(no)).json.trade_state).toBe("CLOSED");
  });
});

describe("switches", () => {
  it("take WeChat Pay down and limit it, without a signature", async () => {
    await shop.bench.fault({ wechatPayDown: true });
    const down = await shop.prepay(shop.newNo());
    expect([down.status, down.json.code]).toEqual([500, "SYSTEM_ERROR"]);
    await shop.bench.fault({ wechatPayDown: false, wechatPayLimited: "RATELIMIT_EXCEEDED" });
    const limited = await shop.prepay(shop.newNo());
    expect([limited.status, limited.json.code]).toEqual([429, "RATELIMIT_EXCEEDED"]);
    expect(limited.headers.has("wechatpay-signature")).toBe(false);
  });

  it("leave unknown paths empty", async () => {
    const reply = await fetch(`${shop.bench.env.WECHATPAY_BASE}/v3/nothing`);
    expect([reply.status, await reply.text()]).toEqual([404, ""]);
  });
});
