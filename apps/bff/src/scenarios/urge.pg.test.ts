import { minute } from "@sanqi/kernel";
import { until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { place, placeAndPay } from "./lunch.ts";
import { codeOf, type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let cook: Person;
let rider: Person;
beforeAll(async () => {
  stage = await setStage();
  cook = await stage.as("weapp", "chef-tinglan");
  rider = await stage.as("weapp", "rider-zhou");
});
afterAll(() => stage?.close());

const studentOf = { weapp: "lin", alipay: "chen", dd: "zhao" } as const;

describe.each(["weapp", "alipay", "dd"] as const)("a student in %s who waits", (host) => {
  it("urges kitchen, then rider; both boards learn of it at once, and the answer is in words", async () => {
    const student = await stage.as(host, studentOf[host]);
    const orderId = await placeAndPay(stage, student);
    const heard: string[] = [];
    let started = 0;
    const hears = (who: "kitchen" | "rider") => ({
      onStarted: () => {
        started += 1;
      },
      onData: (hint: { type: string; orderId: string }) => {
        if (hint.orderId === orderId) heard.push(`${who} ${hint.type}`);
      },
    });
    const watches = [
      cook.api.merchant.watch.subscribe(undefined, hears("kitchen")),
      rider.api.rider.watch.subscribe(undefined, hears("rider")),
    ];
    await until(() => started === watches.length);
    await cook.api.merchant.accept.mutate({ orderId });
    await until(() => heard.includes("kitchen order.accepted") && heard.includes("rider order.accepted"));

    stage.clock.advance(3 * minute);
    const first = await student.api.orders.urge.mutate({ orderId });
    expect(first.reminds).toBe("kitchen");
    expect(first.words.zh).toMatch(/^商家 3 分钟前接单，预计 \d\d:\d\d–\d\d:\d\d 送达，我们已提醒商家$/);
    await until(() => heard.includes("kitchen order.urged") && heard.includes("rider order.urged"));
    const ticket = (await cook.api.merchant.board.query()).cooking.find((o) => o.orderId === orderId);
    expect(ticket?.urgedAt).toBe(first.nextAt - 5 * minute);

    expect(await codeOf(student.api.orders.urge.mutate({ orderId }))).toBe("URGED_TOO_SOON");
    expect((await student.api.orders.get.query({ orderId })).urgeFrom).toBe(first.nextAt);

    await rider.api.rider.claim.mutate({ orderId });
    await cook.api.merchant.ready.mutate({ orderId });
    await rider.api.rider.pickUp.mutate({ orderId });
    const { promise } = await student.api.orders.get.query({ orderId });
    stage.clock.advance(promise.latest - stage.clock.now() + 5.5 * minute);
    const second = await student.api.orders.urge.mutate({ orderId });
    expect(second.reminds).toBe("rider");
    expect(second.words.zh).toBe("骑手正在送来，已超出预计时间 6 分钟，我们已提醒骑手");
    const task = (await rider.api.rider.board.query()).mine.find((o) => o.orderId === orderId);
    expect(task?.urgedAt).toBe(second.nextAt - 5 * minute);
    for (const watch of watches) watch.unsubscribe();

    const { pickupCode } = await student.api.orders.get.query({ orderId });
    await rider.api.rider.deliver.mutate({ orderId, code: pickupCode ?? "" });
    stage.clock.advance(6 * minute);
    expect(await codeOf(student.api.orders.urge.mutate({ orderId }))).toBe("ORDER_STATE_CONFLICT");
  });
});

describe("urging", () => {
  it("is for the student's own paid orders only", async () => {
    const lin = await stage.as("weapp", "lin");
    const { orderId } = await place(stage, lin);
    expect(await codeOf(lin.api.orders.urge.mutate({ orderId }))).toBe("ORDER_NOT_PAID");
    for (const other of [await stage.as("alipay", "chen"), cook, rider])
      expect(await codeOf(other.api.orders.urge.mutate({ orderId }))).toBe("ORDER_NOT_FOUND");
  });
});
