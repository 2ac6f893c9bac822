import { until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { pay, place, placeAndPay } from "./lunch.ts";
import {
  alarms,
  atPlatform,
  booksAreSound,
  eventsOf,
  faults,
  moneyOf,
  refundedInFull,
  untilMoney,
} from "./money.ts";
import { flaws, mutate } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";
import { trail } from "./unchanged.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());
const down = (is: boolean) => faults(stage, { wechatPayDown: is, alipayDown: is });

const hosts = [
  ["weapp", "lin"],
  ["alipay", "chen"],
  ["dd", "zhao"],
] as const;

describe.each(hosts)("while the platform of %s is down", (host, key) => {
  let student: Person;
  beforeAll(async () => {
    student = await stage.as(host, key);
  });
  afterEach(async () => {
    await faults(stage, { wechatPayDown: false, alipayDown: false, dropNotify: false });
    await booksAreSound(stage);
  });

  // A DingTalk order string is signed here: its cashier opens without the platform.
  if (host !== "dd")
    it("an order is kept, paying is PLATFORM_UNAVAILABLE, and later it works with the same payment", async () => {
      const { orderId } = await place(stage, student);
      await down(true);
      const before = await trail(stage);
      const input = { orderId, key: crypto.randomUUID() };
      const answer = await mutate(stage, "payments.prepare", input, student.token);
      expect(flaws(answer, "PLATFORM_UNAVAILABLE")).toEqual([]);
      expect(answer.status).toBe(503);
      expect(await trail(stage)).toEqual({ ...before, payments: (before.payments ?? 0) + 1 });
      expect(await student.api.orders.get.query({ orderId })).toMatchObject({ stage: "awaitingPayment" });
      await down(false);
      const paymentId = await pay(stage, student, orderId);
      await student.api.payments.confirm.mutate({ paymentId });
      await stage.product.idle();
      const { payments } = await moneyOf(stage, orderId);
      expect(payments).toMatchObject([{ paymentId, state: "paid" }]);
    });

  it("a payment that was made is unknown at first and paid as soon as the platform answers", async () => {
    await faults(stage, { dropNotify: true });
    const { orderId } = await place(stage, student);
    const paymentId = await pay(stage, student, orderId);
    await down(true);
    expect(await student.api.payments.confirm.mutate({ paymentId })).toEqual({ state: "unknown" });
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({ payment: "unpaid" });
    await down(false);
    await untilMoney(stage, orderId, ({ payments }) => payments[0]?.state === "paid");
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({ payment: "paid" });
    expect(await eventsOf(stage, orderId, "payment.succeeded")).toBe(1);
  });

  it("a refund waits and is then made exactly once", async () => {
    const orderId = await placeAndPay(stage, student);
    await down(true);
    await student.api.orders.cancel.mutate({ orderId, reason: "" });
    await stage.product.idle();
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({ payment: "refunding" });
    expect((await moneyOf(stage, orderId)).refunds).toMatchObject([{ state: "requested" }]);
    stage.clock.advance(60_000);
    await stage.product.idle();
    await down(false);
    const { payments, refunds } = await untilMoney(stage, orderId, refundedInFull);
    expect(refunds).toHaveLength(1);
    const there = await atPlatform(stage, payments[0]?.paymentId ?? "");
    expect(there?.refundedFen).toBe(payments[0]?.amountFen);
    expect(await eventsOf(stage, orderId, "payment.refunded")).toBe(1);
  });

  it("a refund that failed for nine minutes is parked in sight, and replaying it pays back once", async () => {
    const orderId = await placeAndPay(stage, student);
    await down(true);
    await student.api.orders.cancel.mutate({ orderId, reason: "" });
    const { campusId } = stage.ids;
    const parked = await until(
      async () => {
        stage.clock.advance(130_000);
        await stage.product.idle();
        return (await stage.product.parts.app.events.failed(campusId)).filter((f) => f.key === orderId);
      },
      (failed) => failed.length > 0,
      30_000,
    );
    expect(parked).toMatchObject([{ consumer: "send-refund-on-refund-requested", attempts: 10 }]);
    await down(false);
    for (const { consumer, eventId } of parked)
      await stage.product.parts.app.events.replay(campusId, { consumer, eventId });
    const { refunds } = await untilMoney(stage, orderId, refundedInFull);
    expect(refunds).toHaveLength(1);
  });
});

describe("a refund whose answer is lost", () => {
  it("although Alipay has moved the money is asked for again with the same number: it goes back once", async () => {
    const student = await stage.as("alipay", "he");
    const orderId = await placeAndPay(stage, student);
    await faults(stage, { alipayTimeoutAfterMoved: true });
    await student.api.orders.cancel.mutate({ orderId, reason: "" });
    await stage.product.idle();
    expect((await moneyOf(stage, orderId)).refunds).toMatchObject([{ state: "requested" }]);
    await faults(stage, { alipayTimeoutAfterMoved: false });
    await untilMoney(stage, orderId, refundedInFull);
    const { payments } = await moneyOf(stage, orderId);
    expect((await atPlatform(stage, payments[0]?.paymentId ?? ""))?.refundedFen).toBe(payments[0]?.amountFen);
    await booksAreSound(stage);
  });
});

describe("a refund that the platform refuses", () => {
  it.each([
    ["weapp", "sun", { wechatRefund: "notEnough" }, { wechatRefund: "ok" }],
    ["alipay", "he", { alipaySellerPoor: true }, { alipaySellerPoor: false }],
  ] as const)(
    "in %s alarms an operator and is made once the cause is mended",
    async (host, key, bad, good) => {
      const student = await stage.as(host, key);
      const orderId = await placeAndPay(stage, student);
      const before = await alarms(stage, "refundFailed");
      await faults(stage, bad);
      await student.api.orders.cancel.mutate({ orderId, reason: "" });
      const parked = async () =>
        (await stage.product.parts.app.events.failed(stage.ids.campusId)).filter((f) => f.key === orderId);
      const [failure] = await until(parked, (found) => found.length === 1);
      expect(await alarms(stage, "refundFailed")).toBe(before + 1);
      expect(failure).toMatchObject({ type: "refund.failed", consumer: "renew-refund-on-refund-failed" });
      expect(await student.api.orders.get.query({ orderId })).toMatchObject({ payment: "refunding" });
      await faults(stage, good);
      // Nothing moves by itself: an operator has to have looked. Replaying it twice asks once.
      const { campusId } = stage.ids;
      const replay = () =>
        stage.product.parts.app.events.replay(campusId, failure as NonNullable<typeof failure>);
      await Promise.all([replay(), replay()]);
      const { refunds, payments } = await untilMoney(stage, orderId, refundedInFull);
      expect(refunds.map((r) => r.state).sort()).toEqual(["failed", "succeeded"]);
      expect((await atPlatform(stage, payments[0]?.paymentId ?? ""))?.refundedFen).toBe(
        payments[0]?.amountFen,
      );
      await booksAreSound(stage);
    },
  );

  it("after having accepted it (WeChat's ABNORMAL) alarms an operator and stays in sight", async () => {
    const student = await stage.as("weapp", "zheng");
    const orderId = await placeAndPay(stage, student);
    const before = await alarms(stage, "refundFailed");
    await faults(stage, { wechatRefund: "abnormal" });
    await student.api.orders.cancel.mutate({ orderId, reason: "" });
    await until(
      async () => {
        await stage.product.parts.money.askDue(`${"0".repeat(31)}3`);
        await stage.product.idle();
        stage.clock.advance(20_000);
        return (await alarms(stage, "refundFailed")) > before;
      },
      Boolean,
      30_000,
    );
    await faults(stage, { wechatRefund: "ok" });
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({ payment: "refunding" });
    expect(await eventsOf(stage, orderId, "payment.refunded")).toBe(0);
  });
});
