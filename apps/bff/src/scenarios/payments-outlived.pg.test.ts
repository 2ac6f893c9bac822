import { afterAll, beforeAll, expect, it } from "vitest";
import { place } from "./lunch.ts";
import { booksAreSound, faults, moneyOf, refundedInFull, untilMoney } from "./money.ts";
import { type Stage, setStage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

it("an order string that is paid after its order was cancelled, and never told of, is found and goes back in full", async () => {
  const student = await stage.as("dd", "zhao");
  const { orderId } = await place(stage, student);
  const { params, paymentId } = await student.api.payments.prepare.mutate({
    orderId,
    key: crypto.randomUUID(),
  });
  if (params.kind !== "alipayApp") throw new Error(params.kind);
  await student.api.orders.cancel.mutate({ orderId, reason: "不想要了" });
  await stage.product.idle();
  expect((await moneyOf(stage, orderId)).payments).toMatchObject([{ state: "closed" }]);
  // Somebody asks in between: the last question must stay planned.
  expect(await student.api.payments.confirm.mutate({ paymentId })).toEqual({ state: "closed" });

  await faults(stage, { dropNotify: true });
  await stage.phone("/device/dingtalk/pay", { person: "zhao", info: params.orderString });
  await stage.product.parts.money.askDue("0".repeat(32));
  expect((await moneyOf(stage, orderId)).payments).toMatchObject([{ state: "closed" }]);

  stage.clock.advance(15 * 60_000 + 2_000);
  const { refunds } = await untilMoney(stage, orderId, refundedInFull);
  expect(refunds).toHaveLength(1);
  expect(await student.api.orders.get.query({ orderId })).toMatchObject({
    stage: "cancelled",
    payment: "refunded",
  });
  await faults(stage, { dropNotify: false });
  await booksAreSound(stage);
});
