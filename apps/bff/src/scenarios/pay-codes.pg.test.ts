import type { OrderId, PaymentId } from "@sanqi/kernel";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { pay, place } from "./lunch.ts";
import { atPlatform, booksAreSound, eventsOf, faults, moneyOf, press, untilMoney } from "./money.ts";
import { codeOf, type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let owner: Person;
let friend: Person;
beforeAll(async () => {
  stage = await setStage();
  owner = await stage.as("weapp", "lin");
  friend = await stage.as("alipay", "chen");
});
afterAll(() => stage?.close());
afterEach(async () => {
  await faults(stage, { dropNotify: false });
  await booksAreSound(stage);
});

async function orderWithCode(by = owner): Promise<{ orderId: OrderId; code: string; totalFen: number }> {
  const { orderId, totalFen } = await place(stage, by);
  const { code } = await by.api.payments.payCode.mutate({ orderId });
  return { orderId, code, totalFen };
}
const cashier = (person: Person, code: string) =>
  person.api.payments.prepareByCode.mutate({ code, key: crypto.randomUUID() });
/** The friend's phone: opens the cashier of the code and does `outcome` there. */
async function payByCode(person: Person, code: string, outcome = "pay"): Promise<PaymentId> {
  const { paymentId, params } = await cashier(person, code);
  if (params.kind !== "alipay") throw new Error(`not Alipay's cashier: ${params.kind}`);
  const { ALIPAY_APP_ID: appId } = stage.env;
  await stage.phone("/device/alipay/trade-pay", {
    appId,
    person: person.key,
    outcome,
    tradeNO: params.tradeNo,
  });
  return paymentId;
}

describe("an order made in WeChat", () => {
  it("is paid in Alipay by whoever has its code, and its owner sees where", async () => {
    const { orderId, code, totalFen } = await orderWithCode();
    const { orderNo, payBy, shop } = await owner.api.orders.get.query({ orderId });
    const seen = await friend.api.payments.byCode.mutate({
      code: ` ${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`,
    });
    // Nothing about the person, the place or the dishes.
    expect(seen).toEqual({
      shopName: shop.name,
      shopNameEn: shop.nameEn,
      orderNo,
      amountFen: totalFen,
      payBy,
    });
    const paymentId = await payByCode(friend, code);
    expect(await friend.api.payments.confirm.mutate({ paymentId })).toEqual({ state: "paid" });
    await stage.product.idle();
    expect(await owner.api.orders.get.query({ orderId })).toMatchObject({ payment: "paid" });
    const { payments } = await owner.api.payments.ofOrder.query({ orderId });
    expect(payments).toMatchObject([{ channel: "alipay", host: "alipay", state: "paid", byMe: false }]);
    const audit = await stage.sql`select payment_id from pay_code where order_id = ${orderId}`;
    expect([...audit]).toEqual([{ paymentId }]);
  });

  it("is refunded to whoever paid", async () => {
    const { orderId, code, totalFen } = await orderWithCode();
    const paymentId = await payByCode(friend, code);
    await friend.api.payments.confirm.mutate({ paymentId });
    await stage.product.idle();
    await owner.api.orders.cancel.mutate({ orderId, reason: "" });
    await untilMoney(stage, orderId, ({ payments }) => payments[0]?.state === "refunded");
    expect((await atPlatform(stage, paymentId))?.refundedFen).toBe(totalFen);
    const { refunds } = await owner.api.payments.ofOrder.query({ orderId });
    expect(refunds).toMatchObject([{ amountFen: totalFen, state: "arrived" }]);
  });

  it("leaves the owner's open cashier, which then takes no money", async () => {
    const { orderId, code } = await orderWithCode();
    const mine = await owner.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() });
    const paymentId = await payByCode(friend, code);
    await expect(press(stage, "wechatPay", mine.paymentId, "pay")).rejects.toThrow(/409/);
    await friend.api.payments.confirm.mutate({ paymentId });
    expect((await moneyOf(stage, orderId)).payments.map((p) => p.state).sort()).toEqual(["closed", "paid"]);
    // Whatever the owner's page believes, one question tells.
    expect(await owner.api.payments.confirmOrder.mutate({ orderId })).toEqual({ state: "paid" });
  });

  it("whose payer cancels in the cashier is paid by its owner after all", async () => {
    const { orderId, code } = await orderWithCode();
    const left = await payByCode(friend, code, "cancel");
    expect(await friend.api.payments.confirm.mutate({ paymentId: left })).toEqual({ state: "prepared" });
    const paymentId = await pay(stage, owner, orderId);
    expect(await owner.api.payments.confirm.mutate({ paymentId })).toEqual({ state: "paid" });
    expect(await friend.api.payments.confirm.mutate({ paymentId: left })).toEqual({ state: "closed" });
    await stage.product.idle();
    expect(await codeOf(friend.api.payments.byCode.mutate({ code }))).toBe("ORDER_NOT_PAYABLE");
  });

  it("that was paid meanwhile is not paid again", async () => {
    const { orderId, code } = await orderWithCode();
    await faults(stage, { dropNotify: true });
    await pay(stage, owner, orderId);
    // Nobody has told us yet: closing the owner's cashier finds it paid.
    expect(await codeOf(cashier(friend, code))).toBe("ORDER_NOT_PAYABLE");
    await stage.product.idle();
    expect((await moneyOf(stage, orderId)).payments).toMatchObject([{ state: "paid", host: "weapp" }]);
  });

  it("that both pay in the same moment keeps one payment and gives the other back", async () => {
    // A string on a phone in DingTalk outlives our closing: both cashiers can take the money.
    const inDingtalk = await stage.as("dd", "zhao");
    const { orderId, code, totalFen } = await orderWithCode(inDingtalk);
    const { params } = await inDingtalk.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() });
    const theirs = await cashier(friend, code);
    if (params.kind !== "alipayApp" || theirs.params.kind !== "alipay") throw new Error("other cashiers");
    const { ALIPAY_APP_ID: appId } = stage.env;
    await Promise.all([
      stage.phone("/device/dingtalk/pay", { person: "zhao", outcome: "pay", info: params.orderString }),
      stage.phone("/device/alipay/trade-pay", {
        ...{ appId, person: friend.key, outcome: "pay" },
        tradeNO: theirs.params.tradeNo,
      }),
    ]);
    const { payments, refunds } = await untilMoney(
      stage,
      orderId,
      (money) => money.refunds.length === 1 && money.refunds.every((r) => r.state === "succeeded"),
    );
    expect(payments.map((p) => p.state).sort()).toEqual(["paid", "refunded"]);
    expect(refunds).toMatchObject([{ amountFen: totalFen }]);
    expect(await eventsOf(stage, orderId, "order.paid")).toBe(1);
    expect(await inDingtalk.api.orders.get.query({ orderId })).toMatchObject({ payment: "paid" });
  });
});

describe("a code", () => {
  it("is asked for by the owner of an order that waits for money, and by nobody else", async () => {
    const { orderId, code } = await orderWithCode();
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(await codeOf(friend.api.payments.payCode.mutate({ orderId }))).toBe("ORDER_NOT_PAYABLE");
    expect(await codeOf(friend.api.payments.ofOrder.query({ orderId }))).toBe("PAYMENT_NOT_FOUND");
    expect(await codeOf(friend.api.payments.confirmOrder.mutate({ orderId }))).toBe("PAYMENT_NOT_FOUND");
    await owner.api.orders.cancel.mutate({ orderId, reason: "" });
    expect(await codeOf(owner.api.payments.payCode.mutate({ orderId }))).toBe("ORDER_NOT_PAYABLE");
    expect(await codeOf(friend.api.payments.byCode.mutate({ code }))).toBe("ORDER_NOT_PAYABLE");
  });

  it("is stored only as a hash, and a later one leaves the earlier valid, up to ten", async () => {
    const { orderId, code } = await orderWithCode();
    const codes = [code];
    for (let i = 1; i < 10; i += 1) codes.push((await owner.api.payments.payCode.mutate({ orderId })).code);
    expect(await codeOf(owner.api.payments.payCode.mutate({ orderId }))).toBe("TOO_MANY_ATTEMPTS");
    for (const one of [codes[0], codes[9]])
      expect(await codeOf(friend.api.payments.byCode.mutate({ code: one ?? "" }))).toBe("ok");
    const rows = await stage.sql<{ row: string }[]>`
      select to_jsonb(p)::text as row from pay_code p where order_id = ${orderId}`;
    expect(rows).toHaveLength(10);
    for (const { row } of rows) for (const one of codes) expect(row).not.toContain(one);
    await owner.api.orders.cancel.mutate({ orderId, reason: "" });
  });

  it("is over with the time to pay", async () => {
    const { code } = await orderWithCode();
    stage.clock.advance(15 * 60_000 + 1);
    expect(await codeOf(cashier(friend, code))).toBe("PAY_CODE_INVALID");
    await stage.product.parts.system.expireOverdue(`${"0".repeat(31)}8`);
    await stage.product.idle();
  });

  it("cannot be guessed: ten wrong ones in a minute, also all at once, shut the door, for the right one too", async () => {
    const guesser = await stage.as("alipay", "qian");
    const { code, orderId } = await orderWithCode();
    const guess = () => codeOf(guesser.api.payments.byCode.mutate({ code: "22222222" }));
    const answers = await Promise.all(Array.from({ length: 14 }, guess));
    expect(answers.filter((a) => a === "PAY_CODE_INVALID")).toHaveLength(10);
    expect(answers.filter((a) => a === "TOO_MANY_ATTEMPTS")).toHaveLength(4);
    expect(await codeOf(guesser.api.payments.byCode.mutate({ code }))).toBe("TOO_MANY_ATTEMPTS");
    expect(await codeOf(friend.api.payments.byCode.mutate({ code }))).toBe("ok");
    stage.clock.advance(60_001);
    for (let i = 0; i < 15; i += 1)
      expect(await codeOf(guesser.api.payments.byCode.mutate({ code }))).toBe("ok");
    await owner.api.orders.cancel.mutate({ orderId, reason: "" });
  });

  it("is good for its own order alone", async () => {
    const [one, other] = [await orderWithCode(), await orderWithCode()];
    const { paymentId } = await cashier(friend, one.code);
    const { payments } = await moneyOf(stage, one.orderId);
    expect(payments.map((p) => p.paymentId)).toEqual([paymentId]);
    expect((await moneyOf(stage, other.orderId)).payments).toEqual([]);
    for (const { orderId } of [one, other]) await owner.api.orders.cancel.mutate({ orderId, reason: "" });
    await stage.product.idle();
  });
});
