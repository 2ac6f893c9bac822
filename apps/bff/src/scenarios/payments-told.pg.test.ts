import { until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { pay, place } from "./lunch.ts";
import {
  alarms,
  atPlatform,
  booksAreSound,
  channelOf,
  eventsOf,
  faults,
  moneyOf,
  press,
  refundedInFull,
  untilMoney,
} from "./money.ts";
import { type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

const hosts = [
  ["weapp", "lin"],
  ["alipay", "chen"],
  ["dd", "zhao"],
] as const;

describe.each(hosts)("a payment in %s", (host, key) => {
  let student: Person;
  const channel = channelOf(host);
  beforeAll(async () => {
    student = await stage.as(host, key);
  });
  afterEach(async () => {
    await faults(stage, { dropNotify: false, wechatSignTest: false, notifyTwice: false });
    await booksAreSound(stage);
  });
  const paymentOf = async (orderId: string) =>
    (await student.api.orders.get.query({ orderId } as never)).payment;

  it("that is told twice, and once more, is one payment", async () => {
    const { orderId } = await place(stage, student);
    const paymentId = await pay(stage, student, orderId);
    await until(async () => (await paymentOf(orderId)) === "paid");
    const before = (await atPlatform(stage, paymentId))?.notify.attempts ?? 0;
    await press(stage, channel, paymentId, "notify-twice");
    await until(async () => ((await atPlatform(stage, paymentId))?.notify.attempts ?? 0) >= before + 2);
    await student.api.payments.confirm.mutate({ paymentId });
    await stage.product.idle();
    expect(await eventsOf(stage, orderId, "payment.succeeded")).toBe(1);
    expect(await eventsOf(stage, orderId, "order.paid")).toBe(1);
    expect((await atPlatform(stage, paymentId))?.notify.acknowledgedAt).not.toBeNull();
  });

  it("that is told before the client confirms is paid already when it does", async () => {
    const { orderId } = await place(stage, student);
    const paymentId = await pay(stage, student, orderId);
    await until(async () => (await paymentOf(orderId)) === "paid");
    expect(await student.api.payments.confirm.mutate({ paymentId })).toEqual({ state: "paid" });
    expect(await eventsOf(stage, orderId, "payment.succeeded")).toBe(1);
  });

  it("that is confirmed and told at the same moment is one payment", async () => {
    const { orderId } = await place(stage, student);
    const paymentId = await pay(stage, student, orderId);
    const all = Array.from({ length: 4 }, () => student.api.payments.confirm.mutate({ paymentId }));
    await press(stage, channel, paymentId, "notify-twice");
    await Promise.all(all);
    await stage.product.idle();
    expect(await eventsOf(stage, orderId, "payment.succeeded")).toBe(1);
    expect(await paymentOf(orderId)).toBe("paid");
  });

  it("that is never told and never confirmed is found by asking", async () => {
    await faults(stage, { dropNotify: true });
    const { orderId } = await place(stage, student);
    await pay(stage, student, orderId);
    expect(await paymentOf(orderId)).toBe("unpaid");
    await untilMoney(stage, orderId, ({ payments }) => payments[0]?.state === "paid");
    expect(await paymentOf(orderId)).toBe("paid");
    expect(await eventsOf(stage, orderId, "payment.succeeded")).toBe(1);
  });

  it("that is told late is taken all the same", async () => {
    await faults(stage, { dropNotify: true });
    const { orderId } = await place(stage, student);
    const paymentId = await pay(stage, student, orderId);
    await faults(stage, { dropNotify: false });
    await press(stage, channel, paymentId, "notify-late", { afterMs: 50 });
    await until(async () => (await paymentOf(orderId)) === "paid");
  });

  it("that failed and was cancelled in the cashier can be paid at the third try, as one payment", async () => {
    const { orderId } = await place(stage, student);
    const first = await pay(stage, student, orderId, "fail");
    expect(await student.api.payments.confirm.mutate({ paymentId: first })).toEqual({ state: "prepared" });
    const second = await pay(stage, student, orderId, "cancel");
    expect(await student.api.payments.confirm.mutate({ paymentId: second })).toEqual({ state: "prepared" });
    const third = await pay(stage, student, orderId);
    expect(await student.api.payments.confirm.mutate({ paymentId: third })).toEqual({ state: "paid" });
    await stage.product.idle();
    expect(new Set([first, second, third]).size).toBe(1);
    expect(await paymentOf(orderId)).toBe("paid");
  });

  it("that five taps ask for at once is one payment", async () => {
    const { orderId } = await place(stage, student);
    const prepared = await Promise.all(
      Array.from({ length: 5 }, () =>
        student.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() }),
      ),
    );
    expect(new Set(prepared.map((p) => p.paymentId)).size).toBe(1);
    expect((await moneyOf(stage, orderId)).payments).toHaveLength(1);
  });

  it("that crosses the student's cancelling ends either way in sound books", async () => {
    const { orderId } = await place(stage, student);
    const { paymentId, params } = await student.api.payments.prepare.mutate({
      orderId,
      key: crypto.randomUUID(),
    });
    // A DingTalk trade exists only once its cashier was opened.
    if (params.kind === "alipayApp") await pay(stage, student, orderId, "cancel");
    await Promise.all([
      press(stage, channel, paymentId, "pay").catch(() => undefined),
      student.api.orders.cancel.mutate({ orderId, reason: "" }),
    ]);
    const money = await untilMoney(stage, orderId, ({ payments }) =>
      payments.every((p) => p.state === "closed" || p.state === "refunded"),
    );
    const order = await student.api.orders.get.query({ orderId });
    expect(order.stage).toBe("cancelled");
    expect(order.payment).toBe(money.payments[0]?.state === "refunded" ? "refunded" : "closed");
  });

  it("for an order that was cancelled is refused before the platform hears of it", async () => {
    const { orderId } = await place(stage, student);
    await student.api.orders.cancel.mutate({ orderId, reason: "" });
    await expect(
      student.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() }),
    ).rejects.toMatchObject({ data: { sanqi: { code: "ORDER_NOT_PAYABLE" } } });
    expect((await moneyOf(stage, orderId)).payments).toEqual([]);
  });

  it("that arrives after the order was cancelled goes back in full, once", async () => {
    const { orderId } = await place(stage, student);
    const { paymentId } = await student.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() });
    if (host === "dd") await pay(stage, student, orderId, "cancel");
    // While the platform does not answer, the cashier cannot be closed.
    await faults(stage, { wechatPayDown: true, alipayDown: true, dropNotify: true });
    await student.api.orders.cancel.mutate({ orderId, reason: "" });
    await stage.product.idle();
    await press(stage, channel, paymentId, "pay");
    await faults(stage, { wechatPayDown: false, alipayDown: false, dropNotify: false });
    await untilMoney(stage, orderId, refundedInFull);
    expect((await moneyOf(stage, orderId)).refunds).toHaveLength(1);
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({
      stage: "cancelled",
      payment: "refunded",
    });
  });

  it("that is found only after the order expired goes back in full, once", async () => {
    await faults(stage, { dropNotify: true });
    const { orderId } = await place(stage, student);
    await pay(stage, student, orderId);
    await faults(stage, { wechatPayDown: true, alipayDown: true });
    stage.clock.advance(15 * 60_000 + 1);
    await stage.product.parts.system.expireOverdue(`${"0".repeat(31)}2`);
    await stage.product.idle();
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({ stage: "expired" });
    await faults(stage, { wechatPayDown: false, alipayDown: false });
    await untilMoney(stage, orderId, refundedInFull);
    expect((await moneyOf(stage, orderId)).refunds).toHaveLength(1);
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({
      stage: "expired",
      payment: "refunded",
    });
  });
});

describe("WeChat Pay's probes", () => {
  it("are refused, each with an alarm, and the true letter behind them is taken", async () => {
    await faults(stage, { wechatSignTest: true });
    const student = await stage.as("weapp", "sun");
    const before = await alarms(stage, "notificationForged");
    const { orderId } = await place(stage, student);
    const paymentId = await pay(stage, student, orderId);
    await until(async () => (await atPlatform(stage, paymentId))?.notify.acknowledgedAt);
    expect(await alarms(stage, "notificationForged")).toBeGreaterThan(before);
    expect((await moneyOf(stage, orderId)).payments[0]?.state).toBe("paid");
    await faults(stage, { wechatSignTest: false });
  });
});

describe("one person on two hosts", () => {
  it("who pays an order from both ends with one payment and, at most, one refund of the other", async () => {
    const weapp = await stage.as("weapp", "tang");
    await stage.as("alipay", "tang");
    const me = await weapp.api.identity.me.query();
    // What linking two platforms' identities does: both belong to one account.
    const subjects = await stage.sql`
      update identity set account_id = ${me.session.accountId} where platform = 'alipay' and linked_at = (
        select max(linked_at) from identity where platform = 'alipay') returning account_id`;
    expect(subjects.count).toBe(1);
    const alipay = await stage.as("alipay", "tang");
    expect((await alipay.api.identity.me.query()).session.accountId).toBe(me.session.accountId);
    const { orderId } = await place(stage, weapp);
    const first = await weapp.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() });
    const second = await pay(stage, alipay, orderId);
    expect(second).not.toBe(first.paymentId);
    await alipay.api.payments.confirm.mutate({ paymentId: second });
    await stage.product.idle();
    const { payments } = await moneyOf(stage, orderId);
    expect(payments.map((p) => p.state).sort()).toEqual(["closed", "paid"]);
    await expect(press(stage, "wechatPay", first.paymentId, "pay")).rejects.toThrow(/409/);
    expect(await weapp.api.orders.get.query({ orderId })).toMatchObject({ payment: "paid" });
    await booksAreSound(stage);
  });

  it("may leave an unopened DingTalk cashier for another one", async () => {
    const dd = await stage.as("dd", "wu");
    await stage.as("alipay", "wu-elsewhere");
    const { session } = await dd.api.identity.me.query();
    await stage.sql`update identity set account_id = ${session.accountId} where platform = 'alipay' and linked_at = (
      select max(linked_at) from identity where platform = 'alipay')`;
    const alipay = await stage.as("alipay", "wu-elsewhere");
    const { orderId } = await place(stage, dd);
    await dd.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() });
    const paymentId = await pay(stage, alipay, orderId);
    expect(await alipay.api.payments.confirm.mutate({ paymentId })).toEqual({ state: "paid" });
    await stage.product.idle();
    await booksAreSound(stage);
  });
});
