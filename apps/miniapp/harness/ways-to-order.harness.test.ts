import type { OrderId } from "@sanqi/kernel";
import { beforeAll, describe, expect, it } from "vitest";
import {
  couponName,
  type EveryWay,
  giveCoupon,
  offerName,
  openEveryWay,
  raisePrices,
} from "../../bff/src/scenarios/every-way.ts";
import type { Person } from "../../bff/src/scenarios/stage.ts";
import { tap } from "./gestures.ts";
import * as journey from "./lunch-journey.ts";
import type { MiniProgram } from "./mini-program.ts";
import { expectSound, hosts, onStage, personOf } from "./on-stage.ts";
import { screenOf, seen } from "./screen.ts";
import { textOf } from "./tree.ts";

const on = onStage();
let shop: EveryWay;
let cook: Person;
beforeAll(async () => {
  shop = await openEveryWay(on.stage());
  cook = await on.stage().as("weapp", "chef-tinglan");
});

const text = (program: MiniProgram, id: string) =>
  textOf(screenOf(program).find(id) ?? expect.fail(`no ${id}`));
/** Waits for a pay button that can be tapped and says another amount. @returns the amount in fen */
const nextAmount = (program: MiniProgram, before: number) =>
  seen(program, (screen) => {
    const button = screen.find("place-order");
    const amount = /^支付 ¥([\d.]+)$/.exec(button ? textOf(button) : "")?.[1];
    const fen = Math.round(Number(amount) * 100);
    return amount && fen !== before && !button?.className.includes("is-disabled") ? fen : null;
  });

describe.each(hosts)("ordering in %s", (host) => {
  it("names each discount, takes the coupon that its person chooses, and charges exactly that", async () => {
    const student = await on.stage().as(host, personOf[host]);
    const couponId = await giveCoupon(on.stage(), student);
    const { program, fen } = await on.atCheckout(on.phone(host));
    await journey.told(program, offerName);
    await tap(program, "coupons");
    await seen(program, (screen) => screen.find(`coupon-${couponId}`));
    await journey.told(program, "可省 ¥2.00");
    await tap(program, `coupon-${couponId}`);
    await journey.told(program, "已省 ¥2.00");
    await tap(program, "coupons-done");
    const amount = await nextAmount(program, fen);
    expect(amount).toBe(fen - 200);
    await journey.told(program, couponName);
    const orderId = await journey.payNow(program);
    await journey.told(program, "等待商家接单");
    const order = await student.api.orders.get.query({ orderId: orderId as OrderId });
    expect(order).toMatchObject({ totalFen: amount, amounts: { discountFen: 300 } });
    expect(screenOf(program).lines()).toEqual(expect.arrayContaining([offerName, couponName]));
    const coupons = await student.api.orders.coupons.query();
    expect(coupons.find((one) => one.couponId === couponId)).toMatchObject({ state: "used" });
    expectSound(program);
  });

  it("says that a price has moved, and pays only once somebody has looked", async () => {
    const { program, fen } = await on.atCheckout(on.phone(host));
    await raisePrices(on.stage(), screenOf(program).lines(), 100);
    await tap(program, "place-order");
    await seen(program, (screen) => screen.find("price-moved"));
    await journey.told(program, "价格已从");
    expect(text(program, "place-order")).not.toContain("¥");
    await tap(program, "price-accept");
    const amount = await nextAmount(program, fen);
    expect(amount).toBeGreaterThan(fen);
    await journey.payNow(program);
    await journey.told(program, "等待商家接单");
    expectSound(program);
  });

  it("fetches a lunch at the time that was booked, with its code at the counter", async () => {
    const { program, fen } = await on.atCheckout(on.phone(host));
    await tap(program, "tab-pickup");
    const free = await nextAmount(program, fen);
    expect(free).toBeLessThan(fen);
    await tap(program, "when");
    const slot = await seen(
      program,
      (screen) =>
        screen.all((node) => /^slot-\d+$/.test(node.id) && !node.className.includes("is-disabled"))[0],
    );
    const from = Number(slot.id.slice(5));
    await tap(program, slot);
    await seen(program, (screen) => /(今天|明天) \d/.test(textOf(screen.find("promise") ?? slot)));
    await nextAmount(program, 0);
    const orderId = (await journey.payNow(program)) as OrderId;
    await journey.told(program, "预订");
    const student = await on.stage().as(host, personOf[host]);
    const order = await student.api.orders.get.query({ orderId });
    expect(order).toMatchObject({ handover: "pickup", slot: { from }, totalFen: free });
    await cook.api.merchant.accept.mutate({ orderId });
    await journey.told(program, "到点制作");
    await cook.api.merchant.startCooking.mutate({ orderId });
    await cook.api.merchant.ready.mutate({ orderId });
    await journey.told(program, "请取餐");
    const code = text(program, "pickup-code");
    await cook.api.merchant.handOver.mutate({ orderId, code });
    await journey.told(program, "已取餐");
    expectSound(program);

    // one order fills it: whoever comes next finds it full
    const { program: next } = await on.atCheckout(on.phone(host, "wang"));
    await tap(next, "when");
    await seen(next, (screen) => screen.find(slot.id)?.className.includes("is-disabled"));
    await journey.told(next, "约满");
    expectSound(next);
  });

  it("orders at the table whose code was scanned", async () => {
    const phone = on.phone(host);
    phone.answers.scan = `https://sanqi.example/h5/#/pages/order/shop/index?shopId=${shop.shopId}&tableId=${shop.tableId}`;
    const program = on.start(phone);
    await seen(program, (screen) => screen.find("first-place") ?? screen.find("place-change"));
    if (screenOf(program).find("first-place"))
      await journey.chooseDormitory(program, on.stage().ids.places.of("澜园2号楼"));
    await tap(program, "scan");
    await seen(program, (screen) => screen.route() === "pages/order/shop/index");
    await seen(program, (screen) =>
      textOf(screen.find("shop-table") ?? (screenOf(program).nodes()[0] as never)).includes(shop.tableName),
    );
    await journey.addDishWithOptions(program);
    await journey.goToCheckout(program);
    await journey.fillCheckout(program, "");
    expect(text(program, "handover-place")).toContain(shop.tableName);
    const orderId = (await journey.payNow(program)) as OrderId;
    await journey.told(program, "等待商家接单");
    const student = await on.stage().as(host, personOf[host]);
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({
      handover: "table",
      place: { placeId: null, name: `堂食 ${shop.tableName}` },
    });
    expectSound(program);
  });
});
