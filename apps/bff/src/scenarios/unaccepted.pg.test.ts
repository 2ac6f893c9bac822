import { chinaClockText, minute } from "@sanqi/kernel";
import { until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placeAndPay } from "./lunch.ts";
import { codeOf, type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let cook: Person;
beforeAll(async () => {
  stage = await setStage();
  cook = await stage.as("weapp", "chef-tinglan");
});
afterAll(() => stage?.close());

const studentOf = { weapp: "lin", alipay: "chen", dd: "zhao" } as const;
/** The timer's own turns come as well: whichever is first does it, and only once. */
const timer = async () => {
  await stage.product.parts.system.watchAcceptance("test");
  await stage.product.idle();
};

describe.each(["weapp", "alipay", "dd"] as const)("a paid order in %s that no kitchen accepts", (host) => {
  it("turns red after five minutes, and after ten its money goes back in full", async () => {
    const student = await stage.as(host, studentOf[host]);
    const orderId = await placeAndPay(stage, student);
    const heard: string[] = [];
    let started = false;
    const watch = cook.api.merchant.watch.subscribe(undefined, {
      onStarted: () => {
        started = true;
      },
      onData: (hint) => hint.orderId === orderId && heard.push(hint.type),
    });
    const mine = async () => {
      const { entries } = await student.api.notifications.inbox.query();
      return entries.filter((entry) => entry.orderId === orderId);
    };
    const ticket = async () =>
      (await cook.api.merchant.board.query()).new.find((order) => order.orderId === orderId);
    await until(() => started);
    await timer();
    expect((await ticket())?.refusedAt).toBeNull();

    stage.clock.advance(5 * minute);
    await timer();
    await timer();
    const refusedAt = (await ticket())?.refusedAt ?? 0;
    expect(refusedAt).toBeGreaterThan(stage.clock.now());
    await until(() => heard.includes("order.unaccepted"));
    const warnings = (await mine()).filter((entry) => entry.title.zh === "商家还没接单");
    expect(warnings.length).toBe(1);
    expect(warnings[0]?.text.zh).toContain(`最晚 ${chinaClockText(refusedAt)}，届时未接会自动全额退款`);
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({ stage: "waitingForKitchen" });

    stage.clock.advance(5 * minute);
    await timer();
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({
      stage: "refused",
      refusal: "商家超时未接单",
    });
    expect(await codeOf(cook.api.merchant.accept.mutate({ orderId }))).toBe("ORDER_STATE_CONFLICT");
    // The refund follows at once, and the board hears of both in one hint.
    await until(() => ["order.refused", "order.refunded"].includes(heard.at(-1) ?? ""));
    watch.unsubscribe();
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
    expect((await mine()).some((entry) => entry.text.zh.includes("商家超时未接单"))).toBe(true);
  });
});
