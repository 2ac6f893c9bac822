import type { OrderId } from "@sanqi/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atDesk } from "./desk.ts";
import { place, placeAndPay } from "./lunch.ts";
import { atPlatform, eventsOf, moneyOf, untilMoney } from "./money.ts";
import { type Client, codeOf, type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let cook: Person;
let rider: Person;
let desk: Client;
beforeAll(async () => {
  stage = await setStage();
  cook = await stage.as("weapp", "chef-tinglan");
  rider = await stage.as("weapp", "rider-zhou");
  desk = await atDesk(stage);
});
afterAll(() => stage?.close());

async function eaten(student: Person): Promise<OrderId> {
  const orderId = await placeAndPay(stage, student);
  await cook.api.merchant.accept.mutate({ orderId });
  await cook.api.merchant.startCooking.mutate({ orderId });
  await rider.api.rider.claim.mutate({ orderId });
  await cook.api.merchant.ready.mutate({ orderId });
  await rider.api.rider.pickUp.mutate({ orderId });
  const { pickupCode } = await student.api.orders.get.query({ orderId });
  await rider.api.rider.deliver.mutate({ orderId, code: pickupCode ?? "" });
  await stage.product.idle();
  return orderId;
}
const complaint = (orderId: OrderId) => ({
  orderId,
  reason: "missing" as const,
  words: "少了一份",
  items: [{ line: 0, quantity: 1 }],
});
const refunded = ({ refunds }: Awaited<ReturnType<typeof moneyOf>>) =>
  refunds.length > 0 && refunds.every((refund) => refund.state === "succeeded");

describe.each([
  ["weapp", "lin"],
  ["alipay", "chen"],
] as const)("a complaint in %s", (host, key) => {
  it("that the kitchen agrees to gives the portion back once, and the rest stays paid", async () => {
    const student = await stage.as(host, key);
    const orderId = await eaten(student);
    expect(await codeOf(cook.api.merchant.answerAfterSale.mutate({ orderId, agrees: true, words: "" }))).toBe(
      "ORDER_NOT_FOUND",
    );
    await student.api.orders.complain.mutate(complaint(orderId));
    const [open] = await cook.api.merchant.afterSales.query({ open: true });
    expect(open).toMatchObject({ orderId, afterSale: { state: "opened", reason: "missing" } });
    const { accountId } = (await student.api.identity.me.query()).session;
    expect(JSON.stringify(open)).not.toContain(accountId);
    await cook.api.merchant.answerAfterSale.mutate({ orderId, agrees: true, words: "抱歉，漏装了" });
    const { payments, refunds } = await untilMoney(stage, orderId, refunded);
    const order = await student.api.orders.get.query({ orderId });
    const back = order.afterSale?.decision?.fen ?? 0;
    expect(back).toBeGreaterThan(0);
    expect(back).toBeLessThan(order.totalFen);
    expect(refunds.map((refund) => refund.amountFen)).toEqual([back]);
    expect(payments.map((payment) => payment.state)).toEqual(["partlyRefunded"]);
    expect(order).toMatchObject({
      payment: "partlyRefunded",
      afterSale: { state: "closed" },
      stage: "delivered",
    });
    expect(await atPlatform(stage, payments[0]?.paymentId ?? "")).toMatchObject({ refundedFen: back });
    // Told twice, it goes back once.
    await stage.sql`update inbox set state = 'waiting', next_at = 0
      where consumer = 'refund-on-after-sale-decided' and event_id in (
        select event_id from outbox where key = ${orderId} and type = 'order.refundAgreed')`;
    await stage.product.idle();
    expect((await moneyOf(stage, orderId)).refunds.length).toBe(1);
    expect(await eventsOf(stage, orderId, "order.refunded")).toBe(1);
    const inbox = await student.api.notifications.inbox.query();
    expect(JSON.stringify(inbox)).toContain("售后同意退款");
  });

  it("that the desk decides gives back what it says, and then the rest", async () => {
    const student = await stage.as(host, key);
    const orderId = await eaten(student);
    await student.api.orders.complain.mutate({ ...complaint(orderId), reason: "late", items: [] });
    await cook.api.merchant.answerAfterSale.mutate({ orderId, agrees: false, words: "按时出餐" });
    const decide = (parts: { key: string; fen: number }[]) =>
      desk.console.decideAfterSale.mutate({ orderId, parts, bearer: "platform", words: "先行赔付" });
    const before = await student.api.orders.get.query({ orderId });
    expect(await codeOf(decide([{ key: "0", fen: before.totalFen + 1 }]))).toBe("REFUND_TOO_MUCH");
    await decide([
      { key: "delivery", fen: before.paidLines.find((line) => line.key === "delivery")?.fen ?? 0 },
    ]);
    await untilMoney(stage, orderId, refunded);
    await student.api.orders.complain.mutate(complaint(orderId));
    const partly = await student.api.orders.get.query({ orderId });
    await decide(
      partly.paidLines.filter((l) => l.refundableFen > 0).map((l) => ({ key: l.key, fen: l.refundableFen })),
    );
    const { refunds } = await untilMoney(
      stage,
      orderId,
      (money) => money.refunds.length === 2 && refunded(money),
    );
    expect(refunds.reduce((sum, refund) => sum + refund.amountFen, 0)).toBe(before.totalFen);
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({
      payment: "refunded",
      moneyWords: { zh: "已全额退款" },
      can: { complain: false },
    });
  });
});

describe("a complaint", () => {
  it("is for an own order that was handed over, and shown to nobody else", async () => {
    const [lin, chen] = [await stage.as("weapp", "lin"), await stage.as("alipay", "chen")];
    const { orderId } = await place(stage, lin);
    expect(await codeOf(lin.api.orders.complain.mutate(complaint(orderId)))).toBe("ORDER_STATE_CONFLICT");
    const delivered = await eaten(lin);
    expect(await codeOf(chen.api.orders.complain.mutate(complaint(delivered)))).toBe("ORDER_NOT_FOUND");
    await lin.api.orders.complain.mutate(complaint(delivered));
    const other = await stage.as("weapp", "chef-qinxiang");
    expect((await other.api.merchant.afterSales.query({ open: true })).map((c) => c.orderId)).not.toContain(
      delivered,
    );
    await lin.api.orders.withdrawComplaint.mutate({ orderId: delivered });
    expect(await lin.api.orders.get.query({ orderId: delivered })).toMatchObject({ can: { complain: true } });
  });
});
