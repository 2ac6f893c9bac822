import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { defaultFaults } from "../faults.ts";
import { alipayLogin, alipayMerchant } from "../testing/alipay-merchant.ts";
import { type Bench, movableClock, startBench, startReceiver } from "../testing/bench.ts";

const clock = movableClock();
let bench: Bench;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let merchant: ReturnType<typeof alipayMerchant>;
let openId: string;
let serial = 0;
const newNo = () => `trade_${String(++serial).padStart(6, "0")}`;

beforeAll(async () => {
  bench = await startBench({ notifyScale: 0.0001, clock });
  merchant = alipayMerchant(bench);
  openId = String((await alipayLogin(bench, "lin")).open_id);
});
afterAll(() => bench.sandbox.close());
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await bench.fault(defaultFaults());
  await receiver.close();
});

const press = (tradeNO: unknown, more: Record<string, unknown> = {}) =>
  bench.call("/device/alipay/trade-pay", { appId: bench.env.ALIPAY_APP_ID, person: "lin", tradeNO, ...more });

async function create(no: string, more: Record<string, unknown> = {}) {
  return (
    await merchant.biz("alipay.trade.create", merchant.order(no, openId, more), { notify_url: receiver.url })
  ).value;
}

async function paid(no = newNo()) {
  const { trade_no } = await create(no);
  expect((await press(trade_no)).json).toMatchObject({ resultCode: "9000" });
  await receiver.arrived(1);
  return { no, tradeNo: String(trade_no) };
}

const refund = async (content: Record<string, unknown>) =>
  (await merchant.biz("alipay.trade.refund", content)).value;
const query = async (no: string) => (await merchant.biz("alipay.trade.query", { out_trade_no: no })).value;

describe("a trade", () => {
  it("is created, paid, notified once and found", async () => {
    const { no, tradeNo } = await paid();
    const [notice] = receiver.arrivals;
    const fields = Object.fromEntries(new URLSearchParams(notice?.body));
    expect(notice?.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded/);
    expect(merchant.notificationSigned(notice?.body ?? "")).toBe(true);
    expect(fields).toMatchObject({
      trade_no: tradeNo,
      out_trade_no: no,
      trade_status: "TRADE_SUCCESS",
      total_amount: "18.50",
      app_id: bench.env.ALIPAY_APP_ID,
      seller_id: bench.env.ALIPAY_SELLER_ID,
    });
    expect(await query(no)).toMatchObject({
      code: "10000",
      trade_status: "TRADE_SUCCESS",
      trade_no: tradeNo,
      buyer_open_id: openId,
    });
  });

  it("keeps its number when created again with the same parameters, and refuses others", async () => {
    const no = newNo();
    const first = await create(no);
    expect((await create(no)).trade_no).toBe(first.trade_no);
    expect(await create(no, { total_amount: "18.51" })).toMatchObject({
      code: "40004",
      sub_code: "ACQ.CONTEXT_INCONSISTENT",
    });
    await press(first.trade_no);
    expect(await create(no)).toMatchObject({ sub_code: "ACQ.TRADE_HAS_SUCCESS" });
  });

  it.each([
    [{ total_amount: "0" }, "ACQ.INVALID_PARAMETER"],
    [{ total_amount: "1.005" }, "ACQ.INVALID_PARAMETER"],
    [{ total_amount: "-1.00" }, "ACQ.INVALID_PARAMETER"],
    [{ subject: "a=b" }, "ACQ.INVALID_PARAMETER"],
    [{ out_trade_no: "no-dash" }, "ACQ.INVALID_PARAMETER"],
    [{ buyer_open_id: "nobody" }, "ACQ.INVALID_PARAMETER"],
    [{ op_app_id: undefined }, "ACQ.INVALID_PARAMETER"],
    [{ timeout_express: "16d" }, "ACQ.INVALID_PARAMETER"],
    [{ time_expire: "2020-01-01 00:00:00" }, "ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR"],
    [{ product_code: "FAST_INSTANT_TRADE_PAY" }, "ACQ.ACCESS_FORBIDDEN"],
  ])("is refused with %j", async (more, subCode) => {
    expect(await create(newNo(), more)).toMatchObject({ code: "40004", sub_code: subCode });
  });

  it("can be paid only by its buyer, and cancelling or failing leaves it open", async () => {
    const no = newNo();
    const { trade_no } = await create(no);
    expect((await press(trade_no, { person: "mei" })).json).toMatchObject({ resultCode: "4000" });
    expect((await press(trade_no, { outcome: "cancel" })).json).toMatchObject({ resultCode: "6001" });
    expect((await press(trade_no, { outcome: "fail" })).json).toMatchObject({ resultCode: "4000" });
    expect(await query(no)).toMatchObject({ trade_status: "WAIT_BUYER_PAY" });
    expect((await press(trade_no, { outcome: "processing" })).json).toMatchObject({ resultCode: "8000" });
    expect(await query(no)).toMatchObject({ trade_status: "TRADE_SUCCESS" });
  });

  it("closes silently after its timeout", async () => {
    const no = newNo();
    const { trade_no } = await create(no, { timeout_express: "1m" });
    clock.advance(61_000);
    await bench.fault({ alipayClockStrict: false });
    expect(await query(no)).toMatchObject({ trade_status: "TRADE_CLOSED" });
    expect((await press(trade_no)).json).toMatchObject({ resultCode: "4000" });
    expect(receiver.arrivals).toHaveLength(0);
  });

  it("can be closed while it waits, not once it is paid", async () => {
    const close = async (no: string) =>
      (await merchant.biz("alipay.trade.close", { out_trade_no: no })).value;
    const open = newNo();
    await create(open);
    expect(await close(open)).toMatchObject({ code: "10000" });
    expect(await close(open)).toMatchObject({ sub_code: "ACQ.REASON_TRADE_STATUS_INVALID" });
    expect(await create(open)).toMatchObject({ sub_code: "ACQ.TRADE_HAS_CLOSE" });
    const { no } = await paid();
    expect(await close(no)).toMatchObject({ sub_code: "ACQ.TRADE_STATUS_ERROR" });
    expect(await close("nothing")).toMatchObject({ sub_code: "ACQ.TRADE_NOT_EXIST" });
  });

  it("is notified again with the same notify_id until the merchant says success", async () => {
    receiver.answer((_arrival, index) =>
      index < 2 ? { status: 200, body: "fail" } : { status: 200, body: "success" },
    );
    const { trade_no } = await create(newNo());
    await press(trade_no);
    const arrivals = await receiver.arrived(3);
    const ids = arrivals.map(({ body }) => new URLSearchParams(body).get("notify_id"));
    expect(new Set(ids).size).toBe(1);
  });
});

describe("a refund", () => {
  it("adds up, repeats without moving money, and closes the trade when complete", async () => {
    const { no } = await paid();
    expect(await refund({ out_trade_no: no, refund_amount: "8.50", out_request_no: "r1" })).toMatchObject({
      code: "10000",
      fund_change: "Y",
      refund_fee: "8.50",
    });
    expect(await refund({ out_trade_no: no, refund_amount: "8.50", out_request_no: "r1" })).toMatchObject({
      fund_change: "N",
      refund_fee: "8.50",
    });
    expect(await refund({ out_trade_no: no, refund_amount: "8.51", out_request_no: "r1" })).toMatchObject({
      sub_code: "ACQ.DISCORDANT_REPEAT_REQUEST",
    });
    expect(await refund({ out_trade_no: no, refund_amount: "10.01", out_request_no: "r2" })).toMatchObject({
      code: "40004",
      sub_code: defaultFaults().alipayOverRefund,
    });
    expect(await query(no)).toMatchObject({ trade_status: "TRADE_SUCCESS" });
    expect(await refund({ out_trade_no: no, refund_amount: "10.00", out_request_no: "r2" })).toMatchObject({
      fund_change: "Y",
      refund_fee: "18.50",
    });
    expect(await query(no)).toMatchObject({ trade_status: "TRADE_CLOSED" });
    expect(await refund({ out_trade_no: no, refund_amount: "10.00", out_request_no: "r2" })).toMatchObject({
      fund_change: "N",
      refund_fee: "18.50",
    });
    expect(receiver.arrivals).toHaveLength(1);
  });

  it("can be asked for by its number; a wrong number has no status", async () => {
    const { no } = await paid();
    await refund({ out_trade_no: no, refund_amount: "18.50", out_request_no: "r1" });
    const ask = async (requestNo: string) =>
      (
        await merchant.biz("alipay.trade.fastpay.refund.query", {
          out_trade_no: no,
          out_request_no: requestNo,
        })
      ).value;
    expect(await ask("r1")).toMatchObject({
      code: "10000",
      refund_status: "REFUND_SUCCESS",
      refund_amount: "18.50",
    });
    const wrong = await ask("r9");
    expect(wrong.code).toBe("10000");
    expect(wrong).not.toHaveProperty("refund_status");
  });

  it("refuses what is not paid, partial without a number, unknown fields and a poor seller", async () => {
    const open = newNo();
    await create(open);
    expect(await refund({ out_trade_no: open, refund_amount: "1.00", out_request_no: "r1" })).toMatchObject({
      sub_code: "ACQ.TRADE_STATUS_ERROR",
    });
    expect(await refund({ out_trade_no: "nothing", refund_amount: "1.00" })).toMatchObject({
      sub_code: "ACQ.TRADE_NOT_EXIST",
    });
    const { no } = await paid();
    expect(await refund({ out_trade_no: no, refund_amount: "1.00" })).toMatchObject({
      sub_code: "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL",
    });
    expect(
      await refund({ out_trade_no: no, refund_amount: "1.00", out_request_no: "r1", extra: 1 }),
    ).toMatchObject({ sub_code: "ACQ.INVALID_PARAMETER" });
    await bench.fault({ alipaySellerPoor: true });
    expect(await refund({ out_trade_no: no, refund_amount: "1.00", out_request_no: "r1" })).toMatchObject({
      sub_code: "ACQ.SELLER_BALANCE_NOT_ENOUGH",
    });
  });

  it("may move the money and answer 20000; the repeat tells the truth", async () => {
    const { no } = await paid();
    await bench.fault({ alipayTimeoutAfterMoved: true });
    const ask = () => refund({ out_trade_no: no, refund_amount: "18.50", out_request_no: "r1" });
    expect(await ask()).toMatchObject({ code: "20000" });
    expect(await ask()).toMatchObject({ code: "10000", fund_change: "N", refund_fee: "18.50" });
  });
});

describe("an order string as DingTalk pays it", () => {
  const pay = (info: string, more: Record<string, unknown> = {}) =>
    bench.call("/device/dingtalk/pay", { person: "lin", info, ...more });

  it("makes the trade when the cashier opens, and notifies as any trade", async () => {
    const no = newNo();
    const info = merchant.orderString(no, receiver.url);
    expect(await query(no)).toMatchObject({ sub_code: "ACQ.TRADE_NOT_EXIST" });
    expect((await pay(info, { outcome: "cancel" })).json).toMatchObject({ resultStatus: "6001" });
    expect(await query(no)).toMatchObject({ trade_status: "WAIT_BUYER_PAY" });
    const result = (await pay(info)).json;
    expect(result.resultStatus).toBe("9000");
    expect(String(result.result)).toContain(no);
    await receiver.arrived(1);
    expect(await query(no)).toMatchObject({ trade_status: "TRADE_SUCCESS" });
    expect((await pay(info)).json).toMatchObject({ resultStatus: "4000" });
  });

  it("is refused when it was changed after signing", async () => {
    const info = merchant.orderString(newNo(), receiver.url).replace("18.50", "00.01");
    const { json } = await pay(info);
    expect(json.resultStatus).toBe("4000");
    expect(json.memo).toContain("isv.invalid-signature");
  });
});
