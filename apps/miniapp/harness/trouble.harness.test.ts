import { describe, expect, it } from "vitest";
import { tap } from "./gestures.ts";
import * as journey from "./lunch-journey.ts";
import { expectSound, hosts, onStage } from "./on-stage.ts";
import { screenOf, seen } from "./screen.ts";
import { textOf } from "./tree.ts";

const on = onStage();

describe.each(hosts)("when things go wrong in %s, the compiled mini-program", (host) => {
  it("keeps an order whose cashier was left, and pays it from its page", async () => {
    const phone = on.phone(host);
    phone.answers.pay = "cancel";
    phone.answers.subscribe = "reject";
    const { program } = await on.atCheckout(phone);
    await journey.payNow(program);
    await journey.told(program, "还没有支付，可在订单里继续支付");
    phone.answers.pay = "pay";
    await tap(program, "pay-button");
    await journey.told(program, "等待商家接单");
    await tap(program, "cancel-order");
    await tap(program, "confirm");
    await journey.told(program, "已取消");
    expectSound(program);
  });

  it("logs in again without a word when the server has ended the session", async () => {
    const phone = on.phone(host);
    const before = on.start(phone);
    await seen(before, (screen) => screen.find("place-change"));
    before.close();
    const stored = [...phone.storage].find(([key]) => key.startsWith("sanqi.session"));
    const token = JSON.parse(stored?.[1] ?? '""') as string;
    const ended = await fetch(`${on.stage().url}/trpc/identity.logout`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: "{}",
    });
    expect(ended.status).toBe(200);
    const program = on.start(phone);
    await seen(program, (screen) => screen.find(`shop-${journey.openShop}`));
    expect(phone.storage.get(stored?.[0] ?? "")).not.toBe(stored?.[1]);
    expectSound(program);
  });

  it("tells a refusal of the server in the server's words", async () => {
    const phone = on.phone(host);
    const { program } = await on.atCheckout(phone);
    const cook = await on.stage().as("weapp", "chef-tinglan");
    const shopId = on.stage().ids.shops.of(journey.openShop);
    const { dishes } = await cook.api.merchant.menu.query({ shopId });
    const inCart = dishes.filter((dish) => screenOf(program).lines().includes(dish.name));
    expect(inCart.length).toBeGreaterThan(0);
    for (const { dishId } of inCart) await cook.api.merchant.setSoldOut.mutate({ dishId, soldOut: true });
    await tap(program, "place-order");
    const refusal = await seen(program, (screen) => screen.find("refusal"));
    expect(textOf(refusal)).toMatch(/售罄|卖完/);
    for (const { dishId } of inCart) await cook.api.merchant.setSoldOut.mutate({ dishId, soldOut: false });
    expectSound(program);
  });

  it("says that there is no network, and goes on when asked again", async () => {
    const phone = on.phone(host);
    phone.network.connected = false;
    const program = on.start(phone);
    await seen(program, (screen) => screen.withText("重试"));
    phone.network.connected = true;
    await seen(program, (screen) => {
      // a try that began without network may still be under way, and then a tap does nothing: tap like a person
      const retry = screen.withText("重试");
      const button = retry?.events.has("tap") ? retry : retry?.parent;
      if (button) void tap(program, button);
      return screen.find("place-change");
    });
    expectSound(program);
  });
});
