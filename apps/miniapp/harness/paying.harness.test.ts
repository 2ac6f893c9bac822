import { describe, expect, it } from "vitest";
import { place } from "../../bff/src/scenarios/lunch.ts";
import { faults } from "../../bff/src/scenarios/money.ts";
import { codeOf } from "../../bff/src/scenarios/stage.ts";
import { tap, type } from "./gestures.ts";
import * as journey from "./lunch-journey.ts";
import { expectSound, hosts, onStage, personOf } from "./on-stage.ts";
import { screenOf, seen } from "./screen.ts";
import { textOf } from "./tree.ts";

const on = onStage();
/** Who is asked to pay, on another platform. */
const friendOf = { weapp: "alipay", alipay: "dd", dd: "weapp" } as const;
const down = { weapp: "wechatPayDown", alipay: "alipayDown", dd: "alipayDown" } as const;

describe.each(hosts)("paying for an order of %s", (host) => {
  it("is done by a friend on another platform with the order's code", async () => {
    const student = await on.stage().as(host, personOf[host]);
    const { orderId, totalFen } = await place(on.stage(), student);
    const phone = on.phone(host);
    const program = on.start(phone, `pages/track/order/index?orderId=${orderId}`);
    await tap(program, "pay-code");
    const signs = await seen(program, (screen) => screen.find("pay-code-signs"));
    const code = textOf(signs).replace(" ", "");
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    await tap(program, "pay-code-copy");
    await seen(program, () =>
      phone.diary.some((line) => line.startsWith("copied") && line.includes(textOf(signs))),
    );

    const friend = friendOf[host];
    const other = on.start(on.phone(friend), "pages/order/pay-for/index");
    await type(other, "pay-for-code", code.toLowerCase());
    await tap(other, "pay-for-find");
    await seen(other, (screen) => screen.find("pay-for-shop"));
    await journey.told(other, `支付 ¥${(totalFen / 100).toFixed(2)}`);
    await tap(other, "pay-for-pay");
    await seen(other, (screen) => screen.find("pay-for-over"));
    await journey.told(other, "付好了");
    await journey.told(program, "等待商家接单");
    const { payments } = await student.api.payments.ofOrder.query({ orderId });
    expect(payments).toMatchObject([{ host: friend, state: "paid", byMe: false }]);

    const late = on.start(on.phone(friend), `pages/order/pay-for/index?code=${code}`);
    await journey.told(late, "已付或已关闭");
    for (const one of [program, other, late]) expectSound(one);
  });

  it("is refused in words for a code that nobody gave out", async () => {
    const program = on.start(on.phone(host), "pages/order/pay-for/index?code=ZZZZZZZZ");
    await seen(program, (screen) => screen.all((node) => node.className.includes("has-error"))[0]);
    expectSound(program);
  });

  it("that moved without a word is found by asking the platform, and never said to be missing before it answers", async () => {
    const phone = on.phone(host);
    const { program } = await on.atCheckout(phone);
    phone.answers.pay = "lost";
    // the platform is gone before it could tell anybody, and its own message gets lost
    await faults(on.stage(), { dropNotify: true });
    phone.whenPaid = () => faults(on.stage(), { [down[host]]: true });
    try {
      await journey.payNow(program);
      await journey.told(program, "待支付");
      await tap(program, "pay-check");
      await journey.told(program, "不会重复扣款");
    } finally {
      await faults(on.stage(), { [down[host]]: false, dropNotify: false });
    }
    await tap(program, "pay-check");
    await journey.told(program, "等待商家接单");
    expectSound(program);
  });

  it("says honestly that nothing has been paid", async () => {
    const phone = on.phone(host);
    phone.answers.pay = "cancel";
    const { program } = await on.atCheckout(phone);
    await journey.payNow(program);
    await journey.told(program, "待支付");
    await tap(program, "pay-check");
    await journey.told(program, "还没有收到这笔付款");
    expectSound(program);
  });
});

describe("paying while the platform is given a rest", () => {
  it("is said before anybody taps, keeps the order, and goes on by itself", async () => {
    const student = await on.stage().as("weapp", personOf.weapp);
    const { orderId } = await place(on.stage(), student);
    const paused = async () =>
      (await student.api.payments.status.query()).some((one) => one.channel === "wechatPay" && one.paused);
    await faults(on.stage(), { wechatPayDown: true });
    const program = on.start(on.phone("weapp"), `pages/track/order/index?orderId=${orderId}`);
    await seen(program, (screen) => screen.find("pay-button"));
    expect(screenOf(program).find("payment-paused")).toBeNull();
    // people keep tapping until the breaker has seen enough
    for (let tries = 0; tries < 40 && !(await paused()); tries += 1)
      await codeOf(student.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() }));
    await tap(program, "pay-button");
    await journey.told(program, "支付平台暂时不可用，订单已保留");
    await seen(program, (screen) => screen.find("payment-paused"));
    await journey.told(program, "订单为你保留到");

    await faults(on.stage(), { wechatPayDown: false });
    for (let turn = 0; turn < 20 && (await paused()); turn += 1) {
      on.stage().clock.advance(11_000);
      await on.stage().product.parts.money.askDue(`${"0".repeat(31)}7`);
    }
    program.hide();
    program.show();
    await seen(program, (screen) => !screen.find("payment-paused"));
    await tap(program, "pay-button");
    await journey.told(program, "等待商家接单");
    expectSound(program);
  });
});
