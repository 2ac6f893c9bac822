import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { rfc3339 } from "../beijing-time.ts";
import { defaultFaults } from "../faults.ts";
import { startWechatShop, type WechatShop } from "../testing/wechat-shop.ts";

let shop: WechatShop;
let openid: unknown;
beforeAll(async () => {
  shop = await startWechatShop();
  openid = (shop.orderBody("no_000000").payer as { openid: string }).openid;
});
afterAll(() => shop.bench.sandbox.close());
afterEach(() => shop.bench.fault(defaultFaults()));

async function upload(outTradeNo: string, more: Record<string, unknown> = {}, token?: string) {
  const { WECHAT_APP_ID: appid, WECHAT_APP_SECRET: secret, WECHATPAY_MCH_ID: mchid } = shop.bench.env;
  const grant = { grant_type: "client_credential", appid, secret };
  const fresh = (await shop.bench.call("/wechat/cgi-bin/stable_token", grant)).json.access_token;
  const path = `/wechat/wxa/sec/order/upload_shipping_info?access_token=${token ?? fresh}`;
  const { json } = await shop.bench.call(path, {
    order_key: { order_number_type: 1, mchid, out_trade_no: outTradeNo },
    logistics_type: 2,
    delivery_mode: 1,
    shipping_list: [{ item_desc: "鲜肉水饺×1" }],
    upload_time: rfc3339(shop.clock.now()).replace("+", ".120+"),
    payer: { openid },
    ...more,
  });
  return json.errcode;
}
const seen = async () => (await shop.bench.call("/admin/state")).json.shippings as { outTradeNo: string }[];

describe("shipping information", () => {
  it("is taken by merchant's number and by transaction, and shown", async () => {
    const [one, two] = [await shop.paid(), await shop.paid()];
    expect(await upload(one)).toBe(0);
    const transaction_id = (await shop.query(two)).json.transaction_id;
    expect(await upload("", { order_key: { order_number_type: 2, transaction_id } })).toBe(0);
    expect((await seen()).map(({ outTradeNo }) => outTradeNo)).toEqual([one, two]);
  });

  it("of an order that is unknown, unpaid, another merchant's or another payer's is refused", async () => {
    const open = shop.newNo();
    await shop.prepay(open);
    const paid = await shop.paid();
    const foreign = { order_key: { order_number_type: 1, mchid: "1900000999", out_trade_no: paid } };
    expect([await upload("no_unknown"), await upload(open), await upload(paid, foreign)]).toEqual([
      10060001, 10060004, 10060001,
    ]);
    expect(await upload(paid, { payer: { openid: "o-somebody" } })).toBe(10060031);
    expect(await upload(paid, {}, "old")).toBe(40001);
  });

  it("is known a while after the payment where the switch says so", async () => {
    await shop.bench.fault({ wechatShippingKnownMs: 60_000 });
    const no = await shop.paid();
    expect(await upload(no)).toBe(10060001);
    shop.clock.advance(60_000);
    expect(await upload(no)).toBe(0);
  });

  it("again is refused, or taken once as a correction", async () => {
    const no = await shop.paid();
    await upload(no);
    expect(await upload(no)).toBe(10060002);
    await shop.bench.fault({ wechatReship: "once" });
    expect([await upload(no, { logistics_type: 4 }), await upload(no)]).toEqual([0, 10060003]);
  });

  const parcel = { item_desc: "x", tracking_no: "SF1", express_company: "SF" };
  it.each<[Record<string, unknown>]>([
    [{ logistics_type: 5 }],
    [{ delivery_mode: 2 }],
    [{ delivery_mode: 3 }],
    [{ shipping_list: [] }],
    [{ shipping_list: Array.from({ length: 16 }, () => parcel), delivery_mode: 2, logistics_type: 1 }],
    [{ shipping_list: [parcel, parcel] }],
    [{ shipping_list: [{ item_desc: "" }] }],
    [{ shipping_list: [{ item_desc: "长".repeat(121) }] }],
    [{ logistics_type: 1 }],
    [{ upload_time: "2026-11-22T12:00:00+08:00" }],
    [{ upload_time: "2026-11-22 12:00:00.000" }],
    [{ order_key: { order_number_type: 3 } }],
  ])("with %j is refused before anything is looked up", async (more) => {
    const no = await shop.paid();
    expect([0, 10060001, 10060031, undefined]).not.toContain(await upload(no, more));
    expect((await seen()).map(({ outTradeNo }) => outTradeNo)).not.toContain(no);
  });

  it("of parcels may come in pieces", async () => {
    const pieces = { logistics_type: 1, delivery_mode: 2, is_all_delivered: false };
    expect(await upload(await shop.paid(), { ...pieces, shipping_list: [parcel, parcel] })).toBe(0);
  });
});
