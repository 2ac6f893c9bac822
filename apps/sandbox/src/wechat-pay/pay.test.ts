import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bench, startBench, startReceiver } from "../testing/bench.ts";
import { wechatLogin, wechatMerchant } from "../testing/wechat-merchant.ts";

let bench: Bench;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let openid: string;
beforeAll(async () => {
  bench = await startBench({ notifyScale: 0.0001 });
  receiver = await startReceiver();
  openid = await wechatLogin(bench, "lin");
});
afterAll(async () => {
  await bench.sandbox.close();
  await receiver.close();
});

describe("a payment from prepay to refund", () => {
  it("is paid once, notified, found and refunded", async () => {
    const merchant = wechatMerchant(bench);
    const no = "pay_0001";
    const prepay = await merchant.call({
      path: "/v3/pay/transactions/jsapi",
      body: merchant.prepayBody(no, openid, receiver.url),
    });
    expect(prepay.status).toBe(200);
    expect(merchant.signedByPlatform((name) => prepay.headers.get(name), prepay.text)).toBe(true);

    const paid = await bench.call(
      "/device/wechat/request-payment",
      merchant.payParams(String(prepay.json.prepay_id), "lin"),
    );
    expect(paid.json).toEqual({ errMsg: "requestPayment:ok" });

    const [notice] = await receiver.arrived(1);
    const body = JSON.parse(notice?.body ?? "");
    expect(merchant.signedByPlatform((name) => String(notice?.headers[name]), notice?.body ?? "")).toBe(true);
    expect(body).toMatchObject({ event_type: "TRANSACTION.SUCCESS", resource_type: "encrypt-resource" });
    expect(merchant.decrypt(body.resource)).toMatchObject({
      out_trade_no: no,
      trade_state: "SUCCESS",
      amount: { total: 1_850 },
      payer: { openid },
    });

    const path = `/v3/pay/transactions/out-trade-no/${no}?mchid=${bench.env.WECHATPAY_MCH_ID}`;
    const query = await merchant.call({ path });
    expect(query.json).toMatchObject({ trade_state: "SUCCESS", out_trade_no: no });
    const byId = await merchant.call({
      path: `/v3/pay/transactions/id/${query.json.transaction_id}?mchid=${bench.env.WECHATPAY_MCH_ID}`,
    });
    expect(byId.json).toEqual(query.json);

    const refundBody = {
      out_trade_no: no,
      out_refund_no: "rfd_0001",
      reason: "商家拒单",
      notify_url: receiver.url,
      amount: { refund: 1_850, total: 1_850, currency: "CNY" },
    };
    const refund = await merchant.call({ path: "/v3/refund/domestic/refunds", body: refundBody });
    expect(refund.json).toMatchObject({ status: "PROCESSING", out_refund_no: "rfd_0001" });
    const arrivals = await receiver.arrived(2);
    const refundNotice = JSON.parse(arrivals[1]?.body ?? "");
    expect(refundNotice.event_type).toBe("REFUND.SUCCESS");
    expect(merchant.decrypt(refundNotice.resource)).toMatchObject({
      refund_status: "SUCCESS",
      out_refund_no: "rfd_0001",
    });
    expect((await merchant.call({ path: "/v3/refund/domestic/refunds/rfd_0001" })).json).toMatchObject({
      status: "SUCCESS",
    });
    expect((await merchant.call({ path })).json).toMatchObject({ trade_state: "REFUND" });
  });
});
