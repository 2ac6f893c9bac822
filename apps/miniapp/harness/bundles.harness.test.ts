import type { OrderId } from "@sanqi/kernel";
import { beforeAll, describe, expect, it } from "vitest";
import { expectOwnApis } from "./api-expectations.ts";
import { confirm, goBack, pullDown, tap, tapTab, type } from "./gestures.ts";
import * as journey from "./lunch-journey.ts";
import { dormitory, expectSound, hosts, onStage, personOf } from "./on-stage.ts";
import { missingPictures } from "./pictures.ts";
import { riderStands } from "./rider-on-map.ts";
import { screenOf, seen } from "./screen.ts";
import { type Staff, staffOf } from "./staff.ts";
import { textOf } from "./tree.ts";

const paidAnswer = { weapp: "pay requestPayment:ok", alipay: "pay 9000", dd: "pay 9000" } as const;

const on = onStage();
let staff: (orderId: string) => Staff;
beforeAll(async () => {
  staff = await staffOf(on.stage());
});

describe.each(hosts)("the compiled mini-program in %s", (host) => {
  let delivered = "";

  it("goes from log-in to a paid order, and follows it live to the door", async () => {
    const phone = on.phone(host);
    const { program, choice, fen } = await on.atCheckout(phone, "少放辣");
    expect(screenOf(program).lines().join("\n")).toContain(choice);
    const orderId = await journey.payNow(program);
    await journey.told(program, "等待商家接单");
    expect(phone.diary).toContain(paidAnswer[host]);
    expect(program.stack.pages.map((page) => page.route)).toEqual([
      "pages/home/index",
      "pages/order/shop/index",
      "pages/track/order/index",
    ]);
    const student = await on.stage().as(host, personOf[host]);
    const order = await student.api.orders.get.query({ orderId: orderId as OrderId });
    expect(order).toMatchObject({
      payment: "paid",
      totalFen: fen,
      note: "少放辣",
      place: { name: dormitory },
    });
    const { payments } = await on
      .stage()
      .product.parts.app.payments.ofOrder(on.stage().ids.campusId, order.orderId);
    expect(payments).toMatchObject([{ state: "paid", host, amountFen: fen }]);
    const moved = (await on.stage().payments()).payments as { transactionId?: string; amountFen: number }[];
    const onPlatform = moved.filter((payment) => payment.transactionId === payments[0]?.transactionId);
    expect(onPlatform).toMatchObject([{ amountFen: fen }]);

    const work = staff(orderId);
    await work.accept();
    await journey.told(program, "商家正在制作");
    await work.readyForRider();
    await work.pickUp();
    await journey.told(program, "骑手 周师傅");
    const [, first = [0, 0], second = [0, 0]] = await work.way(student);
    await work.walkTo(first);
    await riderStands(program, first, order.place.point);
    await work.walkTo(second);
    await riderStands(program, second, order.place.point);

    // the person looks at something else meanwhile; coming back shows how it stands now
    program.hide();
    const code = textOf(screenOf(program).find("pickup-code") ?? expect.fail("no pick-up code is shown"));
    expect(code).toMatch(/^\d{4}$/);
    await work.deliver(code);
    program.show();
    await journey.told(program, "已送达");

    goBack(program);
    goBack(program);
    expect(screenOf(program).route()).toBe("pages/home/index");
    tapTab(program, "pages/orders/index");
    await tap(program, `order-${orderId}`);
    await journey.told(program, "已送达");
    tapTab(program, "pages/home/index");
    await seen(program, (screen) => screen.all((node) => node.tag === "image").length > 3);
    expect(await missingPictures(program, `${on.dist()}/${host}`)).toEqual([]);
    expectSound(program);
    delivered = orderId;
  });

  it("opens from the message that tells of the delivery, and rates", async () => {
    await on.stage().product.idle();
    const messages = await on
      .stage()
      .phone<{ page: string }[]>(`/device/messages?host=${host}&person=${personOf[host]}`, {}, "GET");
    const page = messages.map((message) => message.page).find((address) => address.includes(delivered));
    const program = on.start(on.phone(host), page?.replace("eapp://", ""));
    await tap(program, "rate-order");
    await seen(program, (screen) => screen.route() === "pages/track/rate/index");
    await tap(program, "star-5");
    await type(program, "rate-comment", "热乎的");
    await tap(program, "rate-send");
    await seen(program, (screen) => screen.route() === "pages/track/order/index");
    await journey.told(program, "热乎的");
    expectSound(program);
  });

  it("finds dishes by what is typed, and reads anew when pulled down", async () => {
    const phone = on.phone(host);
    const program = on.start(phone);
    await seen(program, (screen) => screen.find(`shop-${journey.openShop}`));
    const before = phone.network.asked.length;
    pullDown(program);
    await seen(program, () => phone.diary.includes("refreshed"));
    expect(phone.network.asked.length).toBeGreaterThan(before);
    await tap(program, "search-open");
    await type(program, "search-field", "水饺");
    const dish = await seen(program, (screen) => screen.all((node) => node.id.startsWith("found-"))[0]);
    await confirm(program, "search-field");
    await tap(program, dish);
    await seen(program, (screen) => screen.route() === "pages/order/shop/index");
    goBack(program);
    goBack(program);
    await tap(program, "search-open");
    await seen(program, (screen) => screen.withText("水饺"));
    expectSound(program);
  });

  it("opens every page of the build", async () => {
    const phone = on.phone(host);
    const program = on.start(phone);
    await seen(program, (screen) => screen.find("place-change"));
    const shopId = on.stage().ids.shops.of(journey.openShop);
    for (const page of program.pages) {
      program.stack.move("reLaunch", `/${page}?shopId=${shopId}&orderId=ord_00000000000000000000`);
      await seen(program, (screen) => screen.route() === page && screen.lines().length > 0);
    }
    expectSound(program);
  });

  it("uses only what its host has and declares", () => {
    const logs = on.closed.filter((program) => program.phone.host === host).map((program) => program.log);
    expectOwnApis(host, `${on.dist()}/${host}`, logs);
  });
});
