import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { alipayLogin, alipayMerchant } from "../testing/alipay-merchant.ts";
import { type Bench, startBench, startReceiver } from "../testing/bench.ts";
import { wechatLogin, wechatMerchant } from "../testing/wechat-merchant.ts";

let bench: Bench;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
const folders: string[] = [];
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await bench.sandbox.close();
  await receiver.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function wechatOrder(no = "no_000001") {
  const merchant = wechatMerchant(bench);
  const openid = await wechatLogin(bench, "lin");
  const { json } = await merchant.call({
    path: "/v3/pay/transactions/jsapi",
    body: merchant.prepayBody(no, openid, receiver.url),
  });
  return {
    merchant,
    pay: () =>
      bench.call("/device/wechat/request-payment", merchant.payParams(String(json.prepay_id), "lin")),
  };
}
const act = (action: string, body?: unknown) =>
  bench.call(`/admin/payments/wechatPay/no_000001/${action}`, body, "POST");
type PaymentRow = {
  state: string;
  notify: { attempts: number; acknowledgedAt: number | null; lastAnswer: string | null; mode: string };
};
const state = async () =>
  (await bench.call("/admin/state")).json as { payments: PaymentRow[]; waitingNotifications: number };
const first = async () => (await state()).payments[0];

describe("WeChat Pay notifications", () => {
  it("come again with the same id until they are heard, at most 16 times", async () => {
    bench = await startBench({ notifyScale: 1e-8 });
    receiver.answer(() => ({ status: 500, body: '{"code":"FAIL"}' }));
    const { pay } = await wechatOrder();
    await pay();
    const arrivals = await receiver.arrived(16);
    await expect.poll(async () => (await state()).waitingNotifications).toBe(0);
    expect(arrivals).toHaveLength(16);
    expect(new Set(arrivals.map(({ body }) => JSON.parse(body).id)).size).toBe(1);
    expect(new Set(arrivals.map(({ headers }) => headers["wechatpay-nonce"])).size).toBe(16);
    expect(await first()).toMatchObject({
      state: "SUCCESS",
      notify: { attempts: 16, acknowledgedAt: null, lastAnswer: '500 {"code":"FAIL"}' },
    });
  });

  it("are heard by 204 as well, and a redirect is no answer", async () => {
    bench = await startBench({ notifyScale: 1e-8 });
    receiver.answer((_arrival, index) => ({ status: index === 0 ? 302 : 204, body: "" }));
    const { pay } = await wechatOrder();
    await pay();
    await receiver.arrived(2);
    await expect.poll(async () => (await first())?.notify.acknowledgedAt).not.toBeNull();
  });

  it("come twice when the button says so, before or after paying", async () => {
    bench = await startBench();
    const { pay } = await wechatOrder();
    expect((await act("notify-twice")).json).toMatchObject({ notify: { mode: "twice" }, state: "NOTPAY" });
    await pay();
    await receiver.arrived(2);
    await act("notify-twice");
    const arrivals = await receiver.arrived(4);
    expect(new Set(arrivals.map(({ body }) => JSON.parse(body).id)).size).toBe(1);
  });

  it("come twice with the switch", async () => {
    bench = await startBench();
    await bench.fault({ notifyTwice: true });
    const { pay } = await wechatOrder();
    await pay();
    await receiver.arrived(2);
  });

  it("never come when the button says so, and come after all by notify", async () => {
    bench = await startBench();
    const { pay } = await wechatOrder();
    await act("never-notify");
    await pay();
    expect(await first()).toMatchObject({ state: "SUCCESS", notify: { attempts: 0 } });
    expect((await state()).waitingNotifications).toBe(0);
    await act("notify");
    await receiver.arrived(1);
  });

  it("come late when the button says so", async () => {
    bench = await startBench();
    const { pay } = await wechatOrder();
    await act("notify-late", { afterMs: 3_600_000 });
    await pay();
    expect(await state()).toMatchObject({
      waitingNotifications: 1,
      payments: [{ state: "SUCCESS", notify: { mode: "late", attempts: 0 } }],
    });
    await act("notify-late", { afterMs: 0 });
    await receiver.arrived(1);
  });

  it("are lost on the way while the switch is on, and arrive afterwards", async () => {
    bench = await startBench({ notifyScale: 1e-3 });
    await bench.fault({ dropNotify: true });
    const { pay } = await wechatOrder();
    await pay();
    await expect.poll(async () => (await first())?.notify.attempts).toBeGreaterThan(0);
    expect(receiver.arrivals).toHaveLength(0);
    await bench.fault({ dropNotify: false });
    await receiver.arrived(1);
  });

  it("may be preceded by a probe whose signature must fail", async () => {
    bench = await startBench();
    await bench.fault({ wechatSignTest: true });
    const { merchant, pay } = await wechatOrder();
    await pay();
    const [probe, real] = await receiver.arrived(2);
    const signed = (arrival: typeof probe) =>
      merchant.signedByPlatform((name) => String(arrival?.headers[name]), arrival?.body ?? "");
    expect(String(probe?.headers["wechatpay-signature"])).toMatch(/^WECHATPAY\/SIGNTEST\//);
    expect(signed(probe)).toBe(false);
    expect(signed(real)).toBe(true);
  });

  it("go on after a restart", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
    folders.push(folder);
    const dataFile = join(folder, "state.json");
    bench = await startBench({ dataFile, notifyScale: 0.002 });
    receiver.answer((_arrival, index) => ({ status: index === 0 ? 500 : 200, body: "" }));
    const { pay } = await wechatOrder();
    await pay();
    await receiver.arrived(1);
    await bench.sandbox.close();
    bench = await startBench({ dataFile, notifyScale: 0.002 });
    await receiver.arrived(2);
    await expect.poll(async () => (await first())?.notify.acknowledgedAt).not.toBeNull();
  });
});

describe("Alipay notifications", () => {
  async function alipayTrade(amount = "18.50") {
    const merchant = alipayMerchant(bench);
    const { open_id } = await alipayLogin(bench, "lin");
    const { value } = await merchant.biz(
      "alipay.trade.create",
      merchant.order("no_000001", String(open_id), { total_amount: amount }),
      { notify_url: receiver.url },
    );
    await bench.call("/device/alipay/trade-pay", {
      appId: bench.env.ALIPAY_APP_ID,
      person: "lin",
      tradeNO: value.trade_no,
    });
    return merchant;
  }

  it("end only with the seven bytes success", async () => {
    bench = await startBench({ notifyScale: 1e-8 });
    const replies = ["SUCCESS", "success\n", "<html>success</html>", "success"];
    receiver.answer((_arrival, index) => ({ status: 200, body: replies[index] ?? "success" }));
    await alipayTrade();
    await receiver.arrived(4);
    await expect.poll(async () => (await state()).waitingNotifications).toBe(0);
    expect(await first()).toMatchObject({ notify: { attempts: 4 } });
  });

  it.each(["absent", "unsigned", "signed"])("with empty fields %s", async (alipayEmptyFields) => {
    bench = await startBench();
    await bench.fault({ alipayEmptyFields });
    const merchant = await alipayTrade();
    const [arrival] = await receiver.arrived(1);
    const form = new URLSearchParams(arrival?.body);
    expect(form.has("voucher_detail_list")).toBe(alipayEmptyFields !== "absent");
    // The merchant of this test strips empty fields, so only the form that signs them fails here.
    expect(merchant.notificationSigned(arrival?.body ?? "")).toBe(alipayEmptyFields !== "signed");
  });

  it("may repeat TRADE_SUCCESS with refund_fee after a partial refund", async () => {
    bench = await startBench();
    await bench.fault({ alipayRefundNotify: true });
    const merchant = await alipayTrade();
    await receiver.arrived(1);
    await merchant.biz("alipay.trade.refund", {
      out_trade_no: "no_000001",
      refund_amount: "1.00",
      out_request_no: "r1",
    });
    const [paid, refunded] = (await receiver.arrived(2)).map(({ body }) =>
      Object.fromEntries(new URLSearchParams(body)),
    );
    expect(refunded).toMatchObject({ trade_status: "TRADE_SUCCESS", refund_fee: "1.00", out_biz_no: "r1" });
    expect(refunded?.notify_id).not.toBe(paid?.notify_id);
  });
});
