import { until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderUpdate } from "../live/watch-order.ts";
import { place, placeAndPay } from "./lunch.ts";
import { codeOf, type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let cook: Person;
let rider: Person;
beforeAll(async () => {
  stage = await setStage();
  // Dumplings come from the kitchen of 何阿姨; see demo/menu.
  cook = await stage.as("weapp", "chef-tinglan");
  rider = await stage.as("weapp", "rider-zhou");
});
afterAll(() => stage?.close());

const studentOf = { weapp: "lin", alipay: "chen", dd: "zhao" } as const;

describe.each(["weapp", "alipay", "dd"] as const)("a lunch ordered in %s", (host) => {
  it("goes from log-in to delivered; everybody is told; the map moves", async () => {
    const student = await stage.as(host, studentOf[host]);
    const config = (await (await fetch(`${stage.url}/client-config.json`)).json()) as {
      templates: Record<string, string[]>;
    };
    const ids = config.templates[host] ?? [];
    if (host === "weapp")
      await stage.phone("/device/wechat/subscribe", {
        appId: stage.env.WECHAT_APP_ID,
        person: student.key,
        tmplIds: ids.slice(0, 5),
      });
    if (host === "alipay") {
      for (let from = 0; from < ids.length; from += 3) {
        await stage.phone("/device/alipay/subscribe", {
          appId: stage.env.ALIPAY_APP_ID,
          person: student.key,
          entityIds: ids.slice(from, from + 3),
        });
      }
    }
    if (host !== "dd") await student.api.notifications.grant.mutate({ templateIds: ids });
    const orderId = await placeAndPay(stage, student);
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({
      stage: "waitingForKitchen",
      payment: "paid",
    });

    const updates: OrderUpdate[] = [];
    const watching = student.api.orders.watch.subscribe(
      { orderId, version: 0 },
      { onData: (u) => updates.push(u) },
    );
    const stages = () => updates.flatMap((u) => (u.kind === "order" ? [u.order.stage] : []));
    await until(() => stages().length > 0);

    expect((await cook.api.merchant.board.query()).new.map((o) => o.orderId)).toContain(orderId);
    await cook.api.merchant.accept.mutate({ orderId });
    await rider.api.rider.claim.mutate({ orderId });
    await cook.api.merchant.ready.mutate({ orderId });
    await until(() => stages().includes("waitingForRider"));
    const route = await student.api.delivery.route.query({ orderId });
    expect(route.path.length).toBeGreaterThan(2);
    const [lon, lat] = route.path[1] ?? [0, 0];
    await rider.api.rider.pickUp.mutate({ orderId });
    await until(() => stages().includes("onTheWay"));
    await rider.api.rider.report.mutate({ positions: [{ lon, lat, at: stage.clock.now() }] });
    await until(() => updates.some((u) => u.kind === "rider"));

    expect((await student.api.delivery.dial.mutate({ orderId })).number).toMatch(/^95000/);
    const { pickupCode } = await student.api.orders.get.query({ orderId });
    const wrong = pickupCode === "0000" ? "1111" : "0000";
    expect(await codeOf(rider.api.rider.deliver.mutate({ orderId, code: wrong }))).toBe("PICKUP_CODE_WRONG");
    await rider.api.rider.deliver.mutate({ orderId, code: pickupCode ?? "" });
    await until(() => stages().includes("delivered"));
    watching.unsubscribe();
    expect(await codeOf(student.api.delivery.dial.mutate({ orderId }))).toBe("CALL_CLOSED");

    await student.api.orders.rate.mutate({ orderId, stars: 5, comment: "热乎的" });
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({
      stage: "completed",
      rating: { stars: 5 },
    });
    await stage.product.idle();
    const messages = await stage.phone<{ title: string }[]>(
      `/device/messages?host=${host}&person=${student.key}`,
      {},
      "GET",
    );
    expect(messages.length).toBeGreaterThanOrEqual(3);
    const inbox = await student.api.notifications.inbox.query();
    expect(inbox.entries.filter((e) => e.orderId === orderId).length).toBeGreaterThanOrEqual(3);
    const state = await stage.payments();
    expect(
      state.payments.filter((p) => p.state === "paid" || p.state === "SUCCESS" || p.state === "TRADE_SUCCESS")
        .length,
    ).toBeGreaterThan(0);
  });
});

describe("endings", () => {
  it("refund in full on both platforms when the kitchen refuses or the student cancels, once however often it is told", async () => {
    for (const host of ["weapp", "alipay", "dd"] as const) {
      const student = await stage.as(host, studentOf[host]);
      const refused = await placeAndPay(stage, student);
      await cook.api.merchant.refuse.mutate({ orderId: refused, reason: "食材用完了" });
      const cancelled = await placeAndPay(stage, student);
      await student.api.orders.cancel.mutate({ orderId: cancelled, reason: "不想等了" });
      for (const orderId of [refused, cancelled]) {
        const view = await until(
          async () => {
            await stage.product.parts.money.askDue("test");
            await stage.product.idle();
            stage.clock.advance(20_000);
            return student.api.orders.get.query({ orderId });
          },
          (order) => order.payment === "refunded",
        );
        const { refunds } = await stage.product.parts.app.payments.ofOrder(stage.ids.campusId, orderId);
        expect(refunds).toMatchObject([{ state: "succeeded", amountFen: view.totalFen }]);
      }
    }
    const state = await stage.payments();
    expect(state.refunds.length).toBe(6);
  });

  it("give an unpaid order's stock back after 15 minutes", async () => {
    const student = await stage.as("weapp", "lin");
    const { orderId } = await place(stage, student);
    stage.clock.advance(15 * 60_000 + 1);
    await stage.product.parts.system.expireOverdue("test");
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({
      stage: "expired",
      payment: "closed",
    });
  });
});
