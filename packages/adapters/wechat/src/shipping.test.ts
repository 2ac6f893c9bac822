import { toId } from "@sanqi/kernel";
import { json, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWechatShipping } from "./shipping.ts";
import { noon, testConfig, testDeps } from "./test-config.ts";

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());

const paymentId = toId("payment", `pay_${"0".repeat(20)}`);
const token = { access_token: "token", expires_in: 7_200 };
const upload = (answer: object | "silence" | "cut", timeoutMs = 5_000) => {
  host.received.length = 0;
  host.reply = ({ path }) =>
    path.startsWith("/cgi-bin") ? json(token) : typeof answer === "string" ? answer : json(answer);
  const shipping = createWechatShipping(testConfig(host.url, timeoutMs), testDeps().deps);
  return shipping.upload({
    paymentId,
    payer: "o-lin",
    kind: "selfPickup",
    goods: "饭".repeat(200),
    at: noon + 7,
  });
};

describe("an upload", () => {
  it("says everything that the platform compares", async () => {
    expect(await upload({ errcode: 0, errmsg: "ok" })).toEqual({ ok: true, value: "shipped" });
    const [, request] = host.received;
    expect(request?.path).toBe("/wxa/sec/order/upload_shipping_info?access_token=token");
    expect(JSON.parse(request?.body ?? "{}")).toEqual({
      order_key: { order_number_type: 1, mchid: "1900000001", out_trade_no: paymentId },
      logistics_type: 4,
      delivery_mode: 1,
      shipping_list: [{ item_desc: `${"饭".repeat(119)}…` }],
      upload_time: "2025-11-22T12:00:00.007+08:00",
      payer: { openid: "o-lin" },
    });
  });

  it.each([
    [10060002, { ok: true, value: "alreadyShipped" }],
    [10060003, { ok: true, value: "alreadyShipped" }],
    [10060001, { error: { kind: "shippingTooSoon", code: "10060001" } }],
    [-1, { error: { kind: "shippingLater", code: "-1" } }],
    [45009, { error: { kind: "shippingLater", code: "45009" } }],
    [10060004, { error: { kind: "shippingRefused", code: "10060004" } }],
    [10060031, { error: { kind: "shippingRefused", code: "10060031" } }],
    [48001, { error: { kind: "shippingRefused", code: "48001" } }],
  ])("reads errcode %i", async (errcode, expected) => {
    expect(await upload({ errcode, errmsg: "words rid: 1" })).toMatchObject(expected);
  });

  it("that nobody answered is open", async () => {
    expect(await upload("cut")).toMatchObject({ error: { kind: "shippingLater" } });
    expect(await upload("silence", 100)).toMatchObject({ error: { kind: "shippingLater" } });
  });
});
