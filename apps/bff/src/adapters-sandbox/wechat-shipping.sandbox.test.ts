import { minute } from "@sanqi/kernel";
import type { PaymentGateway, PrepareRequest, ShippingGateway } from "@sanqi/payments/use-cases";
import {
  createWechatLogin,
  createWechatPayGateway,
  createWechatShipping,
  readWechatConfig,
} from "@sanqi/wechat";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type Bench,
  lunch,
  must,
  sandboxState,
  startBench,
  startWebhook,
  type Webhook,
} from "./sandbox-bench.ts";

let bench: Bench;
let payments: PaymentGateway;
let shipping: ShippingGateway;
let webhook: Webhook;
let appId: string;

beforeAll(async () => {
  bench = await startBench();
  const config = readWechatConfig(bench.env);
  payments = createWechatPayGateway(config, bench.deps);
  shipping = createWechatShipping(config, bench.deps);
  webhook = await startWebhook(payments);
  appId = bench.env.WECHAT_APP_ID;
});
afterAll(async () => {
  await webhook.close();
  await bench.close();
});
afterEach(() =>
  bench.faults({
    wechatShipping: "ok",
    wechatShippingKnownMs: 0,
    wechatReship: "refuse",
    wechatBadToken: "40001",
  }),
);

type Ordered = PrepareRequest & { readonly payer: NonNullable<PrepareRequest["payer"]> };
async function order(person = "lin"): Promise<Ordered> {
  const { code } = await bench.phone("wechat/login", { appId, person });
  const login = createWechatLogin(readWechatConfig(bench.env), bench.deps);
  const payer = must(await login.exchange(String(code)));
  return { ...lunch(bench, webhook, { host: "weapp", payer }), payer };
}
async function paid(): Promise<Ordered> {
  const request = await order();
  const { params } = must(await payments.prepare(request));
  await bench.phone("wechat/request-payment", { appId, person: "lin", ...params });
  return request;
}
const upload = (
  { paymentId, payer }: Ordered,
  over: Partial<Parameters<ShippingGateway["upload"]>[0]> = {},
) =>
  shipping.upload({
    paymentId,
    payer: payer.subject,
    kind: "sameCity",
    goods: "鲜肉水饺×1",
    at: bench.clock.now(),
    ...over,
  });
const shippings = async (paymentId: string) =>
  (await sandboxState(bench)).shippings.filter((one) => one.outTradeNo === paymentId);

describe("shipping information", () => {
  it.each([
    ["sameCity", 2],
    ["selfPickup", 4],
  ] as const)("of %s arrives with its time to the millisecond", async (kind, logisticsType) => {
    const request = await paid();
    expect(must(await upload(request, { kind, at: 1_763_784_009_120 }))).toBe("shipped");
    expect(await shippings(request.paymentId)).toMatchObject([
      { logisticsType, goods: "鲜肉水饺×1", uploadTime: "2025-11-22T12:00:09.120+08:00" },
    ]);
  });

  it("of a large lunch is cut to what the platform takes", async () => {
    const request = await paid();
    expect(must(await upload(request, { goods: "宫保鸡丁盖浇饭×1、".repeat(40) }))).toBe("shipped");
    const [shipped] = await shippings(request.paymentId);
    expect(shipped?.goods.length).toBe(120);
  });

  it("that arrived is known when it is repeated", async () => {
    const request = await paid();
    await upload(request);
    expect(must(await upload(request))).toBe("alreadyShipped");
    expect(await shippings(request.paymentId)).toHaveLength(1);
  });

  it("may be corrected once where the platform allows it; after that it counts as told, too", async () => {
    await bench.faults({ wechatReship: "once" });
    const request = await paid();
    await upload(request);
    expect((await upload(request, { kind: "selfPickup" })).ok).toBe(true);
    expect(must(await upload(request))).toBe("alreadyShipped");
  });

  it("whose answer is lost is open, and known when it is repeated", async () => {
    const request = await paid();
    await bench.faults({ wechatShipping: "lostAnswer" });
    expect(await upload(request)).toMatchObject({ error: { kind: "shippingLater" } });
    await bench.faults({ wechatShipping: "ok" });
    expect((await upload(request)).ok).toBe(true);
    expect(await shippings(request.paymentId)).toHaveLength(1);
  });

  it("is for later while the platform is busy or does not know the order yet", async () => {
    const request = await paid();
    await bench.faults({ wechatShipping: "busy" });
    expect(await upload(request)).toMatchObject({ error: { kind: "shippingLater", code: "-1" } });
    await bench.faults({ wechatShipping: "ok", wechatShippingKnownMs: 2 * minute });
    expect(await upload(request)).toMatchObject({ error: { kind: "shippingTooSoon", code: "10060001" } });
    bench.advance(2 * minute);
    expect(must(await upload(request))).toBe("shipped");
  });

  it("is refused for another payer, an unpaid order, and goods without a word", async () => {
    const request = await paid();
    const other = await order("wang");
    const refusal = { error: { kind: "shippingRefused" } };
    expect(await upload(request, { payer: other.payer.subject })).toMatchObject({
      error: { kind: "shippingRefused", code: "10060031" },
    });
    must(await payments.prepare(other));
    expect(await upload(other)).toMatchObject({ error: { kind: "shippingRefused", code: "10060004" } });
    expect(await upload(request, { goods: "" })).toMatchObject(refusal);
    expect(await shippings(request.paymentId)).toEqual([]);
  });
});
