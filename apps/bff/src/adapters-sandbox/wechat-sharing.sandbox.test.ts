import { createIds, day, fen, minute } from "@sanqi/kernel";
import type { PaymentGateway, PrepareRequest, ShareRequest, SharingGateway } from "@sanqi/payments/use-cases";
import {
  createWechatLogin,
  createWechatPayGateway,
  createWechatSharing,
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

const ids = createIds(Date.now, (bytes) => crypto.getRandomValues(bytes));
const shop = { kind: "merchant", account: "1900000101" } as const;
let bench: Bench;
let payments: PaymentGateway;
let sharing: SharingGateway;
let webhook: Webhook;
let appId: string;

beforeAll(async () => {
  bench = await startBench();
  const config = readWechatConfig(bench.env);
  payments = createWechatPayGateway(config, bench.deps);
  sharing = createWechatSharing(config, bench.deps);
  webhook = await startWebhook(payments);
  appId = bench.env.WECHAT_APP_ID;
  must(await sharing.addReceiver({ ...shop, name: "一食堂餐饮管理有限公司" }));
});
afterAll(async () => {
  await webhook.close();
  await bench.close();
});
afterEach(() =>
  bench.faults({
    wechatShare: "ok",
    wechatShareMs: 0,
    wechatShareReturn: "ok",
    shareRounds: 50,
    wechatPayDown: false,
  }),
);

/** A paid lunch of 24.05 yuan, an hour ago, whose money is held back. */
async function paid(over: Partial<PrepareRequest> = {}, since = 60 * minute): Promise<ShareRequest> {
  await bench.faults({ wechatShareMs: 0 });
  const { code } = await bench.phone("wechat/login", { appId, person: "lin" });
  const login = createWechatLogin(readWechatConfig(bench.env), bench.deps);
  const payer = must(await login.exchange(String(code)));
  const request = { ...lunch(bench, webhook, { host: "weapp", payer }), sharing: true, ...over };
  const { params } = must(await payments.prepare(request));
  await bench.phone("wechat/request-payment", { appId, person: "lin", ...params });
  const transactionId = must(await payments.query(request.paymentId))?.transactionId ?? "";
  bench.advance(since);
  return {
    paymentId: request.paymentId,
    transactionId,
    reason: "分账",
    parts: [{ ...shop, amount: fen(700) }],
  };
}
const told = (result: string, failure: string | null = null) => [
  { account: shop.account, amountFen: 700, result, failure },
];
const sharesOf = async ({ paymentId }: ShareRequest) =>
  (await sandboxState(bench)).shares.filter((one) => one.outTradeNo === paymentId);

describe("a receiver", () => {
  it("is added under a name that only the platform can read, again and again", async () => {
    must(await sharing.addReceiver({ ...shop, name: "一食堂餐饮管理有限公司" }));
    const state = await sandboxState(bench);
    expect(JSON.stringify(state)).not.toContain("餐饮管理");
  });
});

describe("a share", () => {
  it("is accepted, processing, then arrived, and the same when repeated", async () => {
    const request = await paid();
    await bench.faults({ wechatShareMs: minute });
    expect(must(await sharing.query(request))).toBeNull();
    expect(must(await sharing.share(request))).toEqual(told("pending"));
    expect(must(await sharing.query(request))).toEqual(told("pending"));
    bench.advance(minute);
    expect(must(await sharing.query(request))).toEqual(told("success"));
    expect(must(await sharing.share(request))).toEqual(told("success"));
    expect(await sharesOf(request)).toHaveLength(1);
  });

  it("that is finished need not have arrived: the receiver's own result counts", async () => {
    const request = await paid();
    await bench.faults({ wechatShare: "closed" });
    expect(must(await sharing.share(request))).toEqual(told("closed", "ACCOUNT_ABNORMAL"));
    expect(await sharesOf(request)).toMatchObject([{ state: "FINISHED" }]);
  });

  it("for somebody whom the platform does not know ends without relation", async () => {
    const request = await paid();
    const stranger = {
      ...request,
      parts: [{ kind: "merchant", account: "1900000999", amount: fen(700) } as const],
    };
    expect(must(await sharing.share(stranger))).toMatchObject([{ result: "closed", failure: "NO_RELATION" }]);
  });

  it("whose answer is lost is there when it is asked about", async () => {
    const request = await paid();
    await bench.faults({ wechatShare: "lostAnswer" });
    expect(await sharing.share(request)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    await bench.faults({ wechatShare: "ok" });
    expect(must(await sharing.query(request))).toEqual(told("success"));
    expect(await sharesOf(request)).toHaveLength(1);
  });

  it("under the same number with other content is refused", async () => {
    const request = await paid();
    must(await sharing.share(request));
    const other = { ...request, parts: [{ ...shop, amount: fen(1) }] };
    expect(await sharing.share(other)).toMatchObject({ error: { kind: "gatewayRefused" } });
  });

  it.each<[string, () => Promise<ShareRequest>, object]>([
    ["of a payment that was not prepared for it", () => paid({ sharing: false }), {}],
    ["within a minute of the payment", () => paid({}, 0), {}],
    ["a month later, when the money is free", () => paid({}, 31 * day), {}],
    ["above the ratio", async () => ({ ...(await paid()), parts: [{ ...shop, amount: fen(722) }] }), {}],
    ["once too often", () => paid(), { shareRounds: 0 }],
    ["where the account is short", () => paid(), { wechatShare: "notEnough" }],
  ])("%s is refused", async (_what, make, faults) => {
    const request = await make();
    await bench.faults(faults);
    expect(await sharing.share(request)).toMatchObject({ error: { kind: "gatewayRefused" } });
    expect(await sharesOf(request)).toEqual([]);
  });

  it("before anybody has paid, or of what was refunded, is refused", async () => {
    const request = await paid();
    const unknown = { ...request, transactionId: "4200000000000000000000000000" };
    expect(await sharing.share(unknown)).toMatchObject({ error: { kind: "gatewayRefused" } });
    const refund = { refundId: ids.next("refund"), paymentId: request.paymentId, amount: fen(2_000) };
    must(await payments.refund({ ...refund, total: fen(2_405), reason: "退款", notifyUrl: webhook.url }));
    expect(await sharing.share(request)).toMatchObject({
      error: { kind: "gatewayRefused", code: "NOT_ENOUGH" },
    });
  });

  it("is open while the platform is down", async () => {
    const request = await paid();
    await bench.faults({ wechatPayDown: true });
    const answers = [sharing.share(request), sharing.query(request), sharing.unfreeze(request)];
    for (const answer of await Promise.all(answers))
      expect(answer).toMatchObject({ error: { kind: "gatewayUnknown" } });
  });
});

describe("the rest", () => {
  it("is given free under a number of its own; then nothing more is shared", async () => {
    const request = await paid();
    must(await sharing.share(request));
    expect(must(await sharing.unfreeze(request))).toBe("free");
    expect(must(await sharing.unfreeze(request))).toBe("free");
    expect((await sharesOf(request)).map((one) => one.unfreezes)).toEqual([false, true]);
    const late = await paid();
    must(await sharing.unfreeze(late));
    expect(await sharing.share(late)).toMatchObject({ error: { kind: "gatewayRefused" } });
  });
});

describe("a return", () => {
  const backOf = (request: ShareRequest, amount = 300) => ({
    paymentId: request.paymentId,
    transactionId: request.transactionId,
    refundId: ids.next("refund"),
    party: "merchant" as const,
    from: shop,
    amount: fen(amount),
    reason: "少了一份",
  });
  const back = (what: ReturnType<typeof backOf>) =>
    sharing.returnShare?.(what) ?? Promise.reject(new Error("none"));

  it("takes a part back, once, and never more than was shared", async () => {
    const request = await paid();
    must(await sharing.share(request));
    const first = backOf(request);
    expect(must(await back(first))).toBe("returned");
    expect(must(await back(first))).toBe("returned");
    expect(await sharesOf(request)).toMatchObject([{ parts: [{ returnedFen: 300 }] }]);
    expect(await back(backOf(request, 401))).toMatchObject({ error: { kind: "gatewayRefused" } });
    expect(must(await back(backOf(request, 400)))).toBe("returned");
  });

  it("may take a while, or fail with the platform's reason", async () => {
    const request = await paid();
    must(await sharing.share(request));
    const slow = backOf(request);
    await bench.faults({ wechatShareReturn: "processing" });
    expect(must(await back(slow))).toBe("processing");
    await bench.faults({ wechatShareReturn: "ok" });
    expect(must(await back(slow))).toBe("returned");
    await bench.faults({ wechatShareReturn: "failed" });
    expect(await back(backOf(request))).toMatchObject({
      error: { kind: "gatewayRefused", code: "ACCOUNT_ABNORMAL" },
    });
    await bench.faults({ wechatShareReturn: "lostAnswer" });
    const lost = backOf(request);
    expect(await back(lost)).toMatchObject({ error: { kind: "gatewayUnknown" } });
    await bench.faults({ wechatShareReturn: "ok" });
    expect(must(await back(lost))).toBe("returned");
    expect(await sharesOf(request)).toMatchObject([{ parts: [{ returnedFen: 600 }] }]);
  });

  it("of what was never shared is refused", async () => {
    expect(await back(backOf(await paid()))).toMatchObject({ error: { kind: "gatewayRefused" } });
  });
});
