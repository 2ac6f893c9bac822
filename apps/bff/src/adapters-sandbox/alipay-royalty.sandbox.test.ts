import { createAlipayGateway, createAlipayLogin, createAlipaySharing, readAlipayConfig } from "@sanqi/alipay";
import { createIds, fen } from "@sanqi/kernel";
import type { PaymentGateway, PrepareRequest, ShareRequest, SharingGateway } from "@sanqi/payments/use-cases";
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

const ids = createIds(Date.now, (bytes) => crypto.getRandomValues(bytes));
const shop = { kind: "userId", account: "2088000000000101" } as const;
let bench: Bench;
let payments: PaymentGateway;
let sharing: SharingGateway;
let webhook: Webhook;

beforeAll(async () => {
  bench = await startBench();
  const config = readAlipayConfig(bench.env);
  payments = createAlipayGateway(config, bench.deps);
  sharing = createAlipaySharing(config, bench.deps);
  webhook = await startWebhook(payments);
  must(await sharing.addReceiver({ ...shop, name: "一食堂餐饮管理有限公司" }));
});
afterAll(async () => {
  await webhook.close();
  await bench.close();
});
afterEach(() =>
  bench.faults({ alipayDown: false, alipaySplit: "ok", alipaySplitQuery: true, alipayGiveBack: true }),
);

/** A paid lunch of 24.05 yuan whose money is held back, in the Alipay mini-program or through DingTalk. */
async function paid(over: Partial<PrepareRequest> = {}): Promise<ShareRequest> {
  const appId = bench.env.ALIPAY_APP_ID;
  const { authCode } = await bench.phone("alipay/auth-code", { appId, person: "lin" });
  const login = createAlipayLogin(readAlipayConfig(bench.env), bench.deps);
  const payer = must(await login.exchange(String(authCode)));
  const request = { ...lunch(bench, webhook, { host: "alipay", payer }), sharing: true, ...over };
  const { params } = must(await payments.prepare(request));
  if (params.kind === "alipay")
    await bench.phone("alipay/trade-pay", { appId, person: "lin", tradeNO: params.tradeNo });
  if (params.kind === "alipayApp")
    await bench.phone("dingtalk/pay", { person: "lin", info: params.orderString });
  const transactionId = must(await payments.query(request.paymentId))?.transactionId ?? "";
  return {
    paymentId: request.paymentId,
    transactionId,
    reason: "分账",
    parts: [{ ...shop, amount: fen(700) }],
  };
}
const arrived = [{ account: shop.account, amountFen: 700, result: "success", failure: null }];
const splitsOf = async ({ paymentId }: ShareRequest) =>
  (await sandboxState(bench)).shares.filter((one) => one.outTradeNo === paymentId);

describe("a split", () => {
  it.each([true, false])(
    "arrives once, however often it is asked for (may be asked about: %s)",
    async (alipaySplitQuery) => {
      await bench.faults({ alipaySplitQuery });
      const request = await paid();
      expect(must(await sharing.query(request))).toBeNull();
      expect(must(await sharing.share(request))).toEqual(arrived);
      expect(must(await sharing.share(request))).toEqual(arrived);
      expect(must(await sharing.query(request))).toEqual(alipaySplitQuery ? arrived : null);
      expect(await splitsOf(request)).toHaveLength(1);
    },
  );

  it("of a payment through DingTalk arrives as well", async () => {
    await bench.loadDirectory({
      departments: [{ deptId: 2, name: "软件学院", parentId: 1 }],
      users: [{ person: "lin", name: "林小满", deptIds: [2] }],
    });
    expect(must(await sharing.share(await paid({ host: "dd", payer: null })))).toEqual(arrived);
  });

  it("that did not arrive says why", async () => {
    await bench.faults({ alipaySplit: "fail" });
    const [part] = must(await sharing.share(await paid()));
    expect(part).toMatchObject({ result: "closed", failure: expect.any(String) });
  });

  it("whose answer is lost is there when it is asked about", async () => {
    const request = await paid();
    await bench.faults({ alipaySplit: "lostAnswer" });
    expect(await sharing.share(request)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    await bench.faults({ alipaySplit: "ok" });
    expect(must(await sharing.query(request))).toEqual(arrived);
    expect(await splitsOf(request)).toHaveLength(1);
  });

  it.each<[string, () => Promise<ShareRequest>]>([
    ["of a payment that was not created for it", () => paid({ sharing: false })],
    ["above the ratio", async () => ({ ...(await paid()), parts: [{ ...shop, amount: fen(722) }] })],
    [
      "for a stranger",
      async () => ({ ...(await paid()), parts: [{ ...shop, account: "2088000000000999", amount: fen(1) }] }),
    ],
  ])("%s is refused", async (_what, make) => {
    const request = await make();
    expect(await sharing.share(request)).toMatchObject({ error: { kind: "gatewayRefused" } });
    expect(await splitsOf(request)).toEqual([]);
  });

  it("is open while the platform is down", async () => {
    const request = await paid();
    await bench.faults({ alipayDown: true });
    expect(await sharing.share(request)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    expect(await sharing.query(request)).toMatchObject({ error: { kind: "gatewayUnknown" } });
  });

  it("is over once the rest was given free", async () => {
    const request = await paid();
    expect(must(await sharing.unfreeze(request))).toBe("free");
    expect(must(await sharing.unfreeze(request))).toBe("free");
    expect(await sharing.share(request)).toMatchObject({ error: { kind: "gatewayRefused" } });
  });
});

describe("a refund of what was split", () => {
  const refund = (request: ShareRequest, back: number) =>
    payments.refund({
      refundId: ids.next("refund"),
      paymentId: request.paymentId,
      amount: fen(1_000),
      total: fen(2_405),
      reason: "少了一份",
      notifyUrl: webhook.url,
      sharesBack: [{ ...shop, amount: fen(back) }],
    });

  it("takes the receivers' parts along, never more than they had", async () => {
    const request = await paid();
    must(await sharing.share(request));
    expect(must(await refund(request, 300))).toMatchObject({ state: "succeeded" });
    expect(await splitsOf(request)).toMatchObject([{ parts: [{ returnedFen: 300 }] }]);
    expect(await refund(request, 401)).toMatchObject({ error: { kind: "gatewayRefused" } });
  });

  it("is refused where a receiver has not agreed to give back", async () => {
    const request = await paid();
    must(await sharing.share(request));
    await bench.faults({ alipayGiveBack: false });
    expect(await refund(request, 300)).toMatchObject({
      error: { kind: "gatewayRefused", code: expect.stringContaining("REFUNDALLOC_UNAUTH_LIMIT") },
    });
  });
});
