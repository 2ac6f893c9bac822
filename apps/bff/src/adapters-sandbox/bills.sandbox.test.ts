import { createAlipayBills, createAlipayGateway, createAlipayLogin, readAlipayConfig } from "@sanqi/alipay";
import { chinaDay, chinaMidnight, day, hour } from "@sanqi/kernel";
import type { PrepareRequest } from "@sanqi/payments/use-cases";
import {
  createWechatBills,
  createWechatLogin,
  createWechatPayGateway,
  readWechatConfig,
} from "@sanqi/wechat";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type Bench,
  lunch,
  must,
  refundOf,
  startBench,
  startWebhook,
  type Webhook,
} from "./sandbox-bench.ts";

let bench: Bench;
let webhook: Webhook;
let today: string;
const lunches: Partial<Record<"wechatPay" | "alipay", { paymentId: string; refundId: string; at: number }>> =
  {};

/** Pays 24.05 with WeChat Pay, gives 4.05 back, and waits until both have been told. */
async function paidWithWechat() {
  const config = readWechatConfig(bench.env);
  const gateway = createWechatPayGateway(config, bench.deps);
  webhook = await startWebhook(gateway);
  const who = { appId: bench.env.WECHAT_APP_ID, person: "lin" };
  const { code } = await bench.phone("wechat/login", who);
  const payer = must(await createWechatLogin(config, bench.deps).exchange(String(code)));
  const order = lunch(bench, webhook, { host: "weapp", payer });
  const { params } = must(await gateway.prepare(order));
  await bench.phone("wechat/request-payment", { ...who, outcome: "pay", ...params });
  must(await webhook.next());
  return { order, gateway };
}

async function paidWithAlipay() {
  const config = readAlipayConfig(bench.env);
  const gateway = createAlipayGateway(config, bench.deps);
  const who = { appId: bench.env.ALIPAY_APP_ID, person: "chen" };
  const { authCode } = await bench.phone("alipay/auth-code", who);
  const payer = must(await createAlipayLogin(config, bench.deps).exchange(String(authCode)));
  const order = lunch(bench, webhook, { host: "alipay", payer });
  const { params } = must(await gateway.prepare(order));
  if (params.kind !== "alipay") throw new Error("no trade");
  await bench.phone("alipay/trade-pay", { ...who, outcome: "pay", tradeNO: params.tradeNo });
  return { order, gateway };
}

async function refundSome(
  { order, gateway }: Awaited<ReturnType<typeof paidWithWechat>>,
  ended: () => unknown,
) {
  const refund = refundOf(order as PrepareRequest, 405);
  must(await gateway.refund(refund));
  await ended();
  return { paymentId: order.paymentId, refundId: refund.refundId, at: bench.clock.now() };
}

beforeAll(async () => {
  bench = await startBench();
  // Away from midnight: everything that is paid here belongs to one day.
  const now = bench.clock.now();
  bench.advance(chinaMidnight(now) + day + 12 * hour - now);
  today = chinaDay(bench.clock.now());
  const wechat = await paidWithWechat();
  lunches.wechatPay = await refundSome(wechat, () => webhook.next());
  lunches.alipay = await refundSome(await paidWithAlipay(), () => undefined);
});
afterAll(async () => {
  await webhook?.close();
  await bench?.close();
});

const standard = {
  billBroken: "no",
  billColumns: "standard",
  wechatPayDown: false,
  alipayDown: false,
  wechatBillEarly: "STATEMENT_CREATING",
  wechatBillHashOf: "plain",
  wechatBillTicks: true,
  wechatBillRefunds: "plus",
  wechatBillFees: "five",
  alipayBillMissing: "isp.bill_not_exist",
  alipayBillTabs: true,
  alipayBillCharset: "gbk",
  alipayBillRefunds: "minus",
};

const adapters = () => ({
  wechatPay: createWechatBills(readWechatConfig(bench.env), bench.deps),
  alipay: createAlipayBills(readAlipayConfig(bench.env), bench.deps),
});

describe.each(["wechatPay", "alipay"] as const)("the bill of %s", (channel) => {
  afterEach(() => bench.faults(standard));
  const fetched = () => adapters()[channel].fetch(today);
  const corrupt = async () => {
    const bill = await fetched();
    return !bill.ok && bill.error.kind === "billCorrupt" ? bill.error.detail : JSON.stringify(bill);
  };

  it.each([{}, { wechatBillEarly: "NO_STATEMENT_EXIST", alipayBillMissing: "NO_BILL_DATA" }])(
    "is not ready in the night after its day (%o)",
    async (form) => {
      await bench.faults(form);
      const until = chinaMidnight(lunches.alipay?.at ?? 0) + day + 8 * hour;
      if (bench.clock.now() < until) bench.advance(until - bench.clock.now());
      if (bench.clock.now() < until + hour)
        expect(await fetched()).toEqual({ ok: false, error: { kind: "billNotReady" } });
    },
  );

  it.each([
    {},
    {
      billColumns: "more",
      wechatBillTicks: false,
      wechatBillRefunds: "minus",
      wechatBillFees: "two",
      wechatBillHashOf: "sent",
      alipayBillTabs: false,
      alipayBillCharset: "utf-8",
      alipayBillRefunds: "plus",
    },
  ])("has the payment and the refund, in every form (%o)", async (form) => {
    await bench.faults(form);
    const until = chinaMidnight(lunches.alipay?.at ?? 0) + day + 10 * hour + 60_000;
    if (bench.clock.now() < until) bench.advance(until - bench.clock.now());
    const { paymentId, refundId } = lunches[channel] ?? {};
    const { rows } = must(await fetched());
    expect(rows).toMatchObject([
      { kind: "payment", paymentId, refundId: null, amountFen: 2405, feeFen: 14 },
      { kind: "refund", paymentId, refundId, amountFen: 405, feeFen: -2 },
    ]);
    expect(rows.every((row) => chinaDay(row.at) === today)).toBe(true);
  });

  it("of a day without money is empty", async () => {
    const before = chinaDay((lunches.alipay?.at ?? 0) - 3 * day);
    expect(must(await adapters()[channel].fetch(before))).toEqual({ rows: [] });
  });

  it("that is not whole, or not true, is refused with what is wrong", async () => {
    await bench.faults({ billBroken: "truncated" });
    expect(await corrupt()).toMatch(/cut off|not a whole zip/);
    await bench.faults({ billBroken: "totals" });
    expect(await corrupt()).toMatch(/not the sum/);
    await bench.faults({ billBroken: "column" });
    expect(await corrupt()).toContain("商户订单号");
    if (channel === "wechatPay") {
      await bench.faults({ billBroken: "hash" });
      expect(await corrupt()).toContain("hash");
    }
  });

  it("cannot be had while the platform is down", async () => {
    await bench.faults({ wechatPayDown: true, alipayDown: true });
    expect(await fetched()).toMatchObject({ error: { kind: "billUnavailable" } });
  });

  it("is refused for the current day", async () => {
    expect((await adapters()[channel].fetch(chinaDay(bench.clock.now()))).ok).toBe(false);
  });
});
