import { AlipaySdk } from "alipay-sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bench, startBench, startReceiver } from "../testing/bench.ts";

let bench: Bench;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let openId: string;
let serial = 0;
const newNo = () => `sdk_${String(++serial).padStart(6, "0")}`;
// The SDK writes its timestamp in the zone of the process; Alipay reads GMT+8.
const zone = process.env.TZ;

const sdk = (more: Record<string, unknown> = {}) =>
  new AlipaySdk({
    appId: bench.env.ALIPAY_APP_ID,
    privateKey: bench.env.ALIPAY_APP_PRIVATE_KEY,
    keyType: "PKCS8",
    alipayPublicKey: bench.env.ALIPAY_PUBLIC_KEY,
    gateway: bench.env.ALIPAY_GATEWAY,
    ...more,
  });
const verified = { validateSign: true };
const authCode = async () =>
  String(
    (await bench.call("/device/alipay/auth-code", { appId: bench.env.ALIPAY_APP_ID, person: "lin" })).json
      .authCode,
  );

beforeAll(async () => {
  process.env.TZ = "Asia/Shanghai";
  bench = await startBench();
  receiver = await startReceiver();
  const login = await sdk().exec(
    "alipay.system.oauth.token",
    { grantType: "authorization_code", code: await authCode() },
    verified,
  );
  openId = String(login.openId);
});
afterAll(async () => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  await bench.sandbox.close();
  await receiver.close();
});

const create = (no: string, more: Record<string, unknown> = {}, client = sdk()) =>
  client.exec(
    "alipay.trade.create",
    {
      notifyUrl: receiver.url,
      bizContent: {
        outTradeNo: no,
        totalAmount: "18.50",
        subject: "三食堂 午餐",
        productCode: "JSAPI_PAY",
        opAppId: bench.env.ALIPAY_APP_ID,
        buyerOpenId: openId,
        ...more,
      },
    },
    verified,
  );

describe("alipay-sdk against the sandbox", () => {
  it("logs in, creates, pays, queries, refunds and closes with verified answers", async () => {
    expect(openId).toMatch(/^[\w-]{43}$/);
    const no = newNo();
    const trade = await create(no);
    expect(trade).toMatchObject({ code: "10000", outTradeNo: no });
    const press = { appId: bench.env.ALIPAY_APP_ID, person: "lin", tradeNO: trade.tradeNo };
    expect((await bench.call("/device/alipay/trade-pay", press)).json).toMatchObject({ resultCode: "9000" });
    const found = await sdk().exec("alipay.trade.query", { bizContent: { outTradeNo: no } }, verified);
    expect(found).toMatchObject({ code: "10000", tradeStatus: "TRADE_SUCCESS", totalAmount: "18.50" });
    const refund = await sdk().exec(
      "alipay.trade.refund",
      { bizContent: { outTradeNo: no, refundAmount: "18.50", outRequestNo: "r1" } },
      verified,
    );
    expect(refund).toMatchObject({ code: "10000", fundChange: "Y", refundFee: "18.50" });
    const other = newNo();
    await create(other);
    expect(
      await sdk().exec("alipay.trade.close", { bizContent: { outTradeNo: other } }, verified),
    ).toMatchObject({ code: "10000" });
  });

  it("verifies a signed error too", async () => {
    const missing = await sdk().exec(
      "alipay.trade.query",
      { bizContent: { outTradeNo: "nothing" } },
      verified,
    );
    expect(missing).toMatchObject({ code: "40004", subCode: "ACQ.TRADE_NOT_EXIST" });
  });

  it("verifies the notification, and not a changed one", async () => {
    const trade = await create(newNo(), { subject: "100% 鲜榨" });
    const before = receiver.arrivals.length;
    await bench.call("/device/alipay/trade-pay", {
      appId: bench.env.ALIPAY_APP_ID,
      person: "lin",
      tradeNO: trade.tradeNo,
    });
    const notice = (await receiver.arrived(before + 1))[before];
    const fields = Object.fromEntries(new URLSearchParams(notice?.body));
    expect(sdk().checkNotifySignV2(fields)).toBe(true);
    expect(sdk().checkNotifySignV2({ ...fields, total_amount: "0.01" })).toBe(false);
  });

  it("makes order strings that the cashier takes", async () => {
    const info = sdk().sdkExecute("alipay.trade.app.pay", {
      notifyUrl: receiver.url,
      bizContent: {
        outTradeNo: newNo(),
        totalAmount: "18.50",
        subject: "三食堂 午餐",
        productCode: "QUICK_MSECURITY_PAY",
      },
    });
    expect((await bench.call("/device/dingtalk/pay", { person: "lin", info })).json).toMatchObject({
      resultStatus: "9000",
    });
    expect(
      (await bench.call("/device/dingtalk/pay", { person: "lin", info: info.replace("18.50", "11.50") }))
        .json,
    ).toMatchObject({ resultStatus: "4000" });
  });

  it("is refused with another key", async () => {
    const foreign = sdk({ privateKey: bench.env.WECHATPAY_MCH_PRIVATE_KEY });
    expect(await create(newNo(), {}, foreign)).toMatchObject({
      code: "40002",
      subCode: "isv.invalid-signature",
    });
  });

  it("refuses an answer that another key signed", async () => {
    const suspicious = sdk({ alipayPublicKey: bench.env.WECHATPAY_PLATFORM_PUBLIC_KEY });
    await expect(create(newNo(), {}, suspicious)).rejects.toThrow("验签失败");
  });

  it("refuses an unsigned error", async () => {
    await bench.fault({ alipayErrorSigned: false });
    await expect(
      sdk().exec("alipay.trade.query", { bizContent: { outTradeNo: "nothing" } }, verified),
    ).rejects.toThrow();
    await bench.fault({ alipayErrorSigned: true });
  });
});
