import type { OrderId } from "@sanqi/kernel";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Stage, setStage } from "../../bff/src/scenarios/stage.ts";
import { bundlesFolder } from "./bundles.ts";
import { goBack, tap, tapTab, type } from "./gestures.ts";
import * as journey from "./lunch-journey.ts";
import { type MiniProgram, startMiniProgram } from "./mini-program.ts";
import { createPhone, type HostName, type Phone } from "./phone.ts";
import { seen, screenOf } from "./screen.ts";
import { type Staff, staffOf } from "./staff.ts";
import { textOf } from "./tree.ts";

const personOf = { weapp: "lin", alipay: "chen", dd: "zhao" } as const;
const paidAnswer = { weapp: "pay requestPayment:ok", alipay: "pay 9000", dd: "pay 9000" } as const;
const dormitory = "澜园2号楼";

let stage: Stage;
let dist: string;
let staff: (orderId: string) => Staff;
const running: MiniProgram[] = [];
beforeAll(async () => {
  dist = bundlesFolder();
  stage = await setStage();
  staff = await staffOf(stage);
});
afterEach(() => {
  for (const program of running.splice(0)) program.close();
});
afterAll(() => stage?.close());

function start(phone: Phone, address?: string): MiniProgram {
  const program = startMiniProgram(`${dist}/${phone.host}`, phone, address);
  running.push(program);
  return program;
}

/** A person at the checkout with one dish, priced and ready to pay. */
async function atCheckout(phone: Phone, note = "少放辣") {
  const program = start(phone);
  await seen(program, (screen) => screen.find("first-place") ?? screen.find("place-change"));
  if (screenOf(program).find("first-place"))
    await journey.chooseDormitory(program, stage.ids.places.of(dormitory));
  await journey.openTheShop(program);
  const choice = await journey.addDishWithOptions(program);
  await journey.goToCheckout(program);
  const button = await journey.fillCheckout(program, note);
  return { program, choice, fen: Math.round(Number(button.replace(/^支付 ¥/, "")) * 100) };
}

type Point = readonly [lon: number, lat: number];

/** Where the native map was told to draw something, on its own grid. */
function onMap(program: MiniProgram, kind: "rider" | "dorm"): Point | null {
  const map = screenOf(program).all((node) => node.tag === "map")[0];
  const markers = (map?.attribute("markers") ?? []) as { iconPath: string; longitude: number; latitude: number }[];
  const found = markers.find((marker) => marker.iconPath.includes(kind));
  return found ? [found.longitude, found.latitude] : null;
}

/** Two metres. */
const near = 0.00002;

/**
 * The rider is drawn at this point of the campus. Native maps draw on GCJ-02, some hundred metres off; so close
 * together, rider and dormitory are off by the same.
 */
const riderStands = (program: MiniProgram, point: Point, dormitoryPoint: Point) =>
  seen(program, () => {
    const rider = onMap(program, "rider");
    const door = onMap(program, "dorm");
    if (!rider || !door) return false;
    const off = [0, 1].map((axis) => (door[axis] ?? 0) - (dormitoryPoint[axis] ?? 0));
    return (
      Math.hypot(...off) > 0.0005 &&
      [0, 1].every((axis) => Math.abs((rider[axis] ?? 0) - (point[axis] ?? 0) - (off[axis] ?? 0)) < near)
    );
  });

describe.each(["weapp", "alipay", "dd"] as const)("the compiled mini-program in %s", (host: HostName) => {
  it("goes from log-in to a paid order, and follows it live to the door", async () => {
    const phone = createPhone(stage, host, personOf[host]);
    const { program, choice, fen } = await atCheckout(phone);
    expect(screenOf(program).lines().join("\n")).toContain(choice);
    const orderId = await journey.payNow(program);
    await journey.told(program, "等待商家接单");
    expect(phone.diary).toContain(paidAnswer[host]);
    expect(program.stack.pages.map((page) => page.route)).toEqual([
      "pages/home/index",
      "pages/order/shop/index",
      "pages/track/order/index",
    ]);
    const student = await stage.as(host, personOf[host]);
    const order = await student.api.orders.get.query({ orderId: orderId as OrderId });
    expect(order).toMatchObject({ payment: "paid", totalFen: fen, note: "少放辣", place: { name: dormitory } });
    const { payments } = await stage.payments();
    expect(payments.filter((payment) => payment.amountFen === fen).length).toBeGreaterThan(0);

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

    await tap(program, "rate-order");
    await seen(program, (screen) => screen.route() === "pages/track/rate/index");
    await tap(program, "star-5");
    await type(program, "rate-comment", "热乎的");
    await tap(program, "rate-send");
    await seen(program, (screen) => screen.route() === "pages/track/order/index");
    await journey.told(program, "热乎的");

    await stage.product.idle();
    const messages = await stage.phone<{ title: string }[]>(
      `/device/messages?host=${host}&person=${personOf[host]}`,
      {},
      "GET",
    );
    expect(messages.length).toBeGreaterThanOrEqual(2);

    goBack(program);
    goBack(program);
    expect(screenOf(program).route()).toBe("pages/home/index");
    tapTab(program, "pages/orders/index");
    await tap(program, `order-${orderId}`);
    await journey.told(program, "热乎的");
    expect(program.faults).toEqual([]);
  });

  it("keeps an order whose cashier was left, and pays it from its page", async () => {
    const phone = createPhone(stage, host, personOf[host]);
    phone.answers.pay = "cancel";
    phone.answers.subscribe = "reject";
    const { program } = await atCheckout(phone, "");
    await journey.payNow(program);
    await journey.told(program, "还没有支付，可在订单里继续支付");
    phone.answers.pay = "pay";
    await tap(program, "pay-button");
    await journey.told(program, "等待商家接单");
    await tap(program, "cancel-order");
    await tap(program, "confirm");
    await journey.told(program, "已取消");
    expect(program.faults).toEqual([]);
  });

  it("logs in again without a word when the server has ended the session", async () => {
    const phone = createPhone(stage, host, personOf[host]);
    const before = start(phone);
    await seen(before, (screen) => screen.find("place-change"));
    before.close();
    const stored = [...phone.storage].find(([key]) => key.startsWith("sanqi.session"));
    const token = JSON.parse(stored?.[1] ?? '""') as string;
    const ended = await fetch(`${stage.url}/trpc/identity.logout`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: "{}",
    });
    expect(ended.status).toBe(200);
    const program = start(phone);
    await seen(program, (screen) => screen.find(`shop-${journey.openShop}`));
    expect(phone.storage.get(stored?.[0] ?? "")).not.toBe(stored?.[1]);
    expect(program.faults).toEqual([]);
  });

  it("tells a refusal of the server in the server's words", async () => {
    const phone = createPhone(stage, host, personOf[host]);
    const { program } = await atCheckout(phone, "");
    const cook = await stage.as("weapp", "chef-tinglan");
    const { dishes } = await cook.api.merchant.menu.query();
    const inCart = dishes.filter((dish) => screenOf(program).lines().includes(dish.name));
    expect(inCart.length).toBeGreaterThan(0);
    for (const { dishId } of inCart) await cook.api.merchant.setSoldOut.mutate({ dishId, soldOut: true });
    await tap(program, "place-order");
    const refusal = await seen(program, (screen) => screen.find("refusal"));
    expect(textOf(refusal)).toMatch(/售罄|卖完/);
    for (const { dishId } of inCart) await cook.api.merchant.setSoldOut.mutate({ dishId, soldOut: false });
    expect(program.faults).toEqual([]);
  });

  it("says that there is no network, and goes on when asked again", async () => {
    const phone = createPhone(stage, host, personOf[host]);
    phone.network.connected = false;
    const program = start(phone);
    const retry = await seen(program, (screen) => screen.withText("重试"));
    phone.network.connected = true;
    const button = retry.events.has("tap") ? retry : retry.parent;
    await tap(program, button ?? retry);
    await seen(program, (screen) => screen.find("place-change"));
    expect(program.faults).toEqual([]);
  });

  it("opens every page of the build", async () => {
    const phone = createPhone(stage, host, personOf[host]);
    const program = start(phone);
    await seen(program, (screen) => screen.find("place-change"));
    const shopId = stage.ids.shops.of(journey.openShop);
    for (const page of program.pages) {
      program.stack.move("reLaunch", `/${page}?shopId=${shopId}&orderId=ord_00000000000000000000`);
      await seen(program, (screen) => screen.route() === page && screen.lines().length > 0);
    }
    expect(program.faults).toEqual([]);
  });
});
