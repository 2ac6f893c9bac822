import { constants, createPublicKey, publicEncrypt } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { defaultFaults } from "../faults.ts";
import { startWechatShop, type WechatShop } from "../testing/wechat-shop.ts";

const minute = 60_000;
const account = "1900000101";
let shop: WechatShop;
const sealed = (text: string) =>
  publicEncrypt(
    {
      key: createPublicKey(shop.bench.env.WECHATPAY_PLATFORM_PUBLIC_KEY),
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: "sha1",
    },
    Buffer.from(text),
  ).toString("base64");
const addReceiver = (more: Record<string, unknown> = {}) =>
  shop.call({
    path: "/v3/profitsharing/receivers/add",
    body: {
      appid: shop.bench.env.WECHAT_APP_ID,
      type: "MERCHANT_ID",
      account,
      name: sealed("一食堂"),
      relation_type: "STORE",
      ...more,
    },
  });
beforeAll(async () => {
  shop = await startWechatShop();
  expect((await addReceiver()).status).toBe(200);
});
afterAll(() => shop.bench.sandbox.close());
afterEach(() => shop.bench.fault(defaultFaults()));

/** An order of 18.50 yuan, paid an hour ago, whose money is held back. */
async function paid(): Promise<{ no: string; transaction_id: unknown }> {
  await shop.bench.fault({ wechatShareMs: 0 });
  const no = shop.newNo();
  const { json } = await shop.prepay(no, { settle_info: { profit_sharing: true } });
  await shop.press(json.prepay_id);
  shop.clock.advance(60 * minute);
  return { no, transaction_id: (await shop.query(no)).json.transaction_id };
}
const shareBody = (order: { no: string; transaction_id: unknown }, more: Record<string, unknown> = {}) => ({
  appid: shop.bench.env.WECHAT_APP_ID,
  transaction_id: order.transaction_id,
  out_order_no: `${order.no}_s`,
  receivers: [{ type: "MERCHANT_ID", account, amount: 555, description: "分账" }],
  unfreeze_unsplit: false,
  ...more,
});
const share = (order: { no: string; transaction_id: unknown }, more: Record<string, unknown> = {}) =>
  shop.call({ path: "/v3/profitsharing/orders", body: shareBody(order, more) });
const receiver = (more: Record<string, unknown>) => ({
  receivers: [{ type: "MERCHANT_ID", account, amount: 1, description: "分账", ...more }],
});

describe("receivers", () => {
  it.each<[Record<string, unknown>]>([
    [{ name: undefined }],
    [{ name: "in clear" }],
    [{ type: "PERSON" }],
    [{ relation_type: "FRIEND" }],
    [{ relation_type: "CUSTOM" }],
    [{ account: "" }],
  ])("with %j are refused", async (more) => {
    expect((await addReceiver(more)).json.code).toBe("PARAM_ERROR");
  });
});

describe("shares", () => {
  it("take the ratio to the fen, over several rounds, and no fen more", async () => {
    const order = await paid();
    expect((await share(order, receiver({ amount: 500 }))).status).toBe(200);
    const round = (no: string, amount: number) =>
      share(order, { ...receiver({ amount }), out_order_no: `${order.no}_${no}` });
    expect((await round("2", 56)).json.code).toBe("INVALID_REQUEST");
    expect((await round("3", 55)).status).toBe(200);
    expect((await round("4", 1)).json.code).toBe("INVALID_REQUEST");
  });

  it("free the rest at once where they say so", async () => {
    const order = await paid();
    expect((await share(order, { unfreeze_unsplit: true })).status).toBe(200);
    const again = await share(order, { ...receiver({}), out_order_no: `${order.no}_2` });
    expect(again.json.code).toBe("INVALID_REQUEST");
    expect((await share(order, { unfreeze_unsplit: true })).status).toBe(200);
  });

  it("that were closed never left: as much may be shared again", async () => {
    const order = await paid();
    expect(await share(order, receiver({ account: "1900000999", amount: 555 }))).toMatchObject({
      json: { state: "FINISHED", receivers: [{ result: "CLOSED", fail_reason: "NO_RELATION" }] },
    });
    expect((await share(order, { out_order_no: `${order.no}_2` })).json).toMatchObject({
      receivers: [{ result: "SUCCESS", amount: 555 }],
    });
  });

  it.each<[Record<string, unknown>]>([
    [{ out_order_no: "has space" }],
    [{ transaction_id: undefined }],
    [{ unfreeze_unsplit: undefined }],
    [{ receivers: [] }],
    [receiver({ type: "FRIEND" })],
    [receiver({ amount: 0 })],
    [receiver({ amount: "1" })],
    [receiver({ description: "" })],
    [
      {
        receivers: Array.from({ length: 51 }, () => ({
          type: "MERCHANT_ID",
          account,
          amount: 1,
          description: "x",
        })),
      },
    ],
  ])("with %j are refused", async (more) => {
    expect((await share(await paid(), more)).json.code).toBe("PARAM_ERROR");
  });

  it("are signed by the platform, and asked about with their transaction only", async () => {
    const order = await paid();
    const made = await share(order);
    expect(shop.merchant.signedByPlatform((name) => made.headers.get(name), made.text)).toBe(true);
    const path = `/v3/profitsharing/orders/${order.no}_s?transaction_id=`;
    expect((await shop.call({ path: `${path}${order.transaction_id}` })).status).toBe(200);
    expect((await shop.call({ path: `${path}1` })).status).toBe(404);
  });
});
