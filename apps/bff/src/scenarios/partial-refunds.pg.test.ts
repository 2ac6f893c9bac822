import { inTransaction } from "@sanqi/database";
import { type Fen, fen, type OrderId, type PaymentId, toId } from "@sanqi/kernel";
import { appendEvents, type Event } from "@sanqi/outbox";
import { until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { placeAndPay } from "./lunch.ts";
import {
  alarms,
  atPlatform,
  booksAreSound,
  channelOf,
  eventsOf,
  faults,
  moneyOf,
  press,
  untilMoney,
} from "./money.ts";
import { type Stage, setStage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());
afterEach(async () => {
  await faults(stage, {
    wechatTimeoutAfterMoved: false,
    alipayTimeoutAfterMoved: false,
    wechatRefund: "ok",
    alipaySellerPoor: false,
    alipayRefundNotify: false,
    notifyTwice: false,
  });
  await booksAreSound(stage);
});

const traceId = `${"0".repeat(31)}5`;
type Paid = { orderId: OrderId; paymentId: PaymentId; amountFen: Fen };

async function paid(host: "weapp" | "alipay" | "dd", key: string): Promise<Paid> {
  const orderId = await placeAndPay(stage, await stage.as(host, key));
  const [payment] = (await moneyOf(stage, orderId)).payments;
  if (payment?.state !== "paid") throw new Error(`order ${orderId} is not paid`);
  return { orderId, paymentId: payment.paymentId, amountFen: payment.amountFen };
}
const request = ({ paymentId }: Paid, key: string, amountFen: number | null) =>
  stage.product.parts.money.requestRefund({
    campusId: stage.ids.campusId,
    paymentId,
    key,
    amountFen: amountFen === null ? null : fen(amountFen),
    reason: "少送一份",
    traceId,
  });
const arrived = (count: number) => (money: Awaited<ReturnType<typeof moneyOf>>) =>
  money.refunds.filter((r) => r.state === "succeeded").length === count;
const refundedThere = async ({ paymentId }: Paid) => (await atPlatform(stage, paymentId))?.refundedFen;

describe.each([
  ["weapp", "lin", { wechatTimeoutAfterMoved: true }, { wechatRefund: "notEnough" }],
  ["alipay", "chen", { alipayTimeoutAfterMoved: true }, { alipaySellerPoor: true }],
  ["dd", "zhao", { alipayTimeoutAfterMoved: true }, { alipaySellerPoor: true }],
] as const)("a payment in %s", (host, key, answerLost, refused) => {
  it("goes back in two parts and then the rest, each once, although all are asked for together", async () => {
    await faults(stage, { notifyTwice: true, alipayRefundNotify: true });
    const lunch = await paid(host, key);
    for (const [name, amount] of [
      ["case-1", 200],
      ["case-1", 200],
      ["case-2", 300],
    ] as const)
      await request(lunch, name, amount);
    const student = await stage.as(host, key);
    await student.api.orders.cancel.mutate({ orderId: lunch.orderId, reason: "" });
    const { payments, refunds } = await untilMoney(stage, lunch.orderId, arrived(3));
    expect(refunds.map((r) => [r.refundKey, r.amountFen, r.state])).toEqual([
      ["case-1", 200, "succeeded"],
      ["case-2", 300, "succeeded"],
      ["order-ended", lunch.amountFen - 500, "succeeded"],
    ]);
    expect(payments).toMatchObject([{ state: "refunded", refundedFen: lunch.amountFen }]);
    expect(await refundedThere(lunch)).toBe(lunch.amountFen);
    expect(await eventsOf(stage, lunch.orderId, "payment.refunded")).toBe(3);
    expect(await eventsOf(stage, lunch.orderId, "payment.succeeded")).toBe(1);
  });

  it("that went back in part is no news when the platform tells of it again", async () => {
    const lunch = await paid(host, key);
    await request(lunch, "case-1", 100);
    await untilMoney(stage, lunch.orderId, arrived(1));
    await press(stage, channelOf(host), lunch.paymentId, "notify-twice");
    const person = await stage.as(host, key);
    expect(await person.api.payments.confirm.mutate({ paymentId: lunch.paymentId })).toEqual({
      state: "partlyRefunded",
    });
    await stage.product.idle();
    expect(await eventsOf(stage, lunch.orderId, "payment.succeeded")).toBe(1);
    expect((await moneyOf(stage, lunch.orderId)).payments).toMatchObject([{ state: "partlyRefunded" }]);
  });

  it("of which a part went back without an answer gives it back once", async () => {
    const lunch = await paid(host, key);
    await faults(stage, answerLost);
    await request(lunch, "case-1", 250);
    await stage.product.idle();
    expect(await refundedThere(lunch)).toBe(250);
    expect((await moneyOf(stage, lunch.orderId)).refunds).toMatchObject([{ state: "requested" }]);
    await faults(stage, { wechatTimeoutAfterMoved: false, alipayTimeoutAfterMoved: false });
    const { payments } = await untilMoney(stage, lunch.orderId, arrived(1));
    expect(payments).toMatchObject([{ state: "partlyRefunded", refundedFen: 250 }]);
    expect(await refundedThere(lunch)).toBe(250);
  });

  it("whose part the platform refuses alarms an operator, gives the rest all the same, and the part once mended", async () => {
    const lunch = await paid(host, key);
    await faults(stage, refused);
    const before = await alarms(stage, "refundFailed");
    await request(lunch, "case-1", 250);
    const { campusId } = stage.ids;
    const parked = async () =>
      (await stage.product.parts.app.events.failed(campusId)).filter((f) => f.key === lunch.orderId);
    const [failure] = await until(parked, (found) => found.length === 1);
    expect(await alarms(stage, "refundFailed")).toBe(before + 1);
    await faults(stage, { wechatRefund: "ok", alipaySellerPoor: false });
    await request(lunch, "case-2", 100);
    await untilMoney(stage, lunch.orderId, arrived(1));
    expect((await moneyOf(stage, lunch.orderId)).payments).toMatchObject([
      { state: "refunding", refundedFen: 100 },
    ]);
    await stage.product.parts.app.events.replay(campusId, failure as NonNullable<typeof failure>);
    const { payments, refunds } = await untilMoney(stage, lunch.orderId, arrived(2));
    expect(refunds.map((r) => r.state).sort()).toEqual(["failed", "succeeded", "succeeded"]);
    expect(payments).toMatchObject([{ state: "partlyRefunded", refundedFen: 350 }]);
    expect(await refundedThere(lunch)).toBe(350);
  });

  it("never gives more than was paid, nor another amount for the same case, and an operator is alarmed", async () => {
    const lunch = await paid(host, key);
    const before = await alarms(stage, "refundRefused");
    expect(await request(lunch, "case-1", lunch.amountFen + 1)).toMatchObject({
      error: { kind: "refundTooLarge", leftFen: lunch.amountFen },
    });
    await request(lunch, "case-1", 100);
    expect(await request(lunch, "case-1", 101)).toMatchObject({ error: { kind: "refundKeyReused" } });
    expect(await alarms(stage, "refundRefused")).toBe(before + 2);
    await untilMoney(stage, lunch.orderId, arrived(1));
    expect(await refundedThere(lunch)).toBe(100);
  });
});

describe("a refund that an after-sale case has agreed on", () => {
  const agreed = async (lunch: Paid, amountFen: number, key = "case-9") => {
    const { campusId } = stage.ids;
    const { orderId, paymentId } = lunch;
    const event: Event = {
      campusId,
      eventId: toId("event", `evt_${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`),
      type: "order.refundAgreed",
      key: orderId,
      payload: { orderId, paymentId, key, amountFen, reason: null },
      traceId,
      occurredAt: stage.clock.now(),
    };
    await inTransaction(stage.sql, (tx) => appendEvents(tx, [event]));
    await stage.product.idle();
  };
  const parkedFor = async ({ orderId }: Paid) =>
    (await stage.product.parts.app.events.failed(stage.ids.campusId)).filter((f) => f.key === orderId);

  it("goes back once, however often it is told", async () => {
    const lunch = await paid("alipay", "he");
    await agreed(lunch, 150);
    await agreed(lunch, 150);
    await untilMoney(stage, lunch.orderId, arrived(1));
    expect(await refundedThere(lunch)).toBe(150);
    expect(await parkedFor(lunch)).toEqual([]);
  });

  it("is parked in an operator's sight when it is more than is left", async () => {
    const lunch = await paid("alipay", "he");
    await agreed(lunch, lunch.amountFen + 1);
    expect(await parkedFor(lunch)).toMatchObject([{ consumer: "refund-on-after-sale-decided" }]);
    expect(await refundedThere(lunch)).toBe(0);
  });
});
