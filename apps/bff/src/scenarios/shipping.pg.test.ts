import { minute, type OrderId } from "@sanqi/kernel";
import { until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { placeAndPay } from "./lunch.ts";
import { alarms, faults } from "./money.ts";
import { type Person, type Stage, setStage } from "./stage.ts";

type Shipping = { outTradeNo: string; logisticsType: number; goods: string };
let stage: Stage;
let cook: Person;
let rider: Person;
beforeAll(async () => {
  stage = await setStage();
  cook = await stage.as("weapp", "chef-tinglan");
  rider = await stage.as("weapp", "rider-zhou");
});
afterAll(() => stage?.close());
afterEach(() => faults(stage, { wechatShipping: "ok", wechatShippingKnownMs: 0 }));

async function cooked(student: Person): Promise<OrderId> {
  const orderId = await placeAndPay(stage, student);
  await cook.api.merchant.accept.mutate({ orderId });
  await rider.api.rider.claim.mutate({ orderId });
  await cook.api.merchant.ready.mutate({ orderId });
  return orderId;
}
async function deliver(student: Person, orderId: OrderId): Promise<void> {
  const { pickupCode } = await student.api.orders.get.query({ orderId });
  await rider.api.rider.deliver.mutate({ orderId, code: pickupCode ?? "" });
  await stage.product.idle();
}
/** What the platform knows to be on its way for the payments of an order. */
async function shipped(orderId: OrderId): Promise<Shipping[]> {
  const payments = await stage.sql<{ paymentId: string }[]>`
    select payment_id from payment where order_id = ${orderId}`;
  const { shippings } = (await stage.payments()) as unknown as { shippings: Shipping[] };
  return shippings.filter((one) => payments.some(({ paymentId }) => paymentId === one.outTradeNo));
}
const uploadOf = async (orderId: OrderId) =>
  (
    await stage.sql<{ state: string; kind: string; tried: number }[]>`
    select state, kind, tried from shipping_upload where order_id = ${orderId}`
  )[0];
/** Lets the timer's turns come until the upload is where `state` wants it. */
const untilUpload = (orderId: OrderId, state: string) =>
  until(
    async () => {
      await stage.product.idle();
      await stage.product.parts.shipping.uploadDue();
      const upload = await uploadOf(orderId);
      if (upload?.state !== state) stage.clock.advance(minute);
      return upload;
    },
    (upload) => upload?.state === state,
  );

describe("a lunch paid in WeChat", () => {
  it("is on its way for the platform when the rider has it, and delivering it adds nothing", async () => {
    const student = await stage.as("weapp", "lin");
    const orderId = await cooked(student);
    await stage.product.idle();
    expect(await shipped(orderId)).toEqual([]);
    await rider.api.rider.pickUp.mutate({ orderId });
    await untilUpload(orderId, "done");
    await deliver(student, orderId);
    await stage.product.parts.shipping.uploadDue();
    expect(await shipped(orderId)).toEqual([
      expect.objectContaining({ logisticsType: 2, goods: expect.stringContaining("×") }),
    ]);
    expect(await uploadOf(orderId)).toMatchObject({ kind: "sameCity", tried: 1 });
  });

  it("is told once when its event comes twice", async () => {
    const student = await stage.as("weapp", "sun");
    const orderId = await cooked(student);
    await rider.api.rider.pickUp.mutate({ orderId });
    await untilUpload(orderId, "done");
    await stage.sql`update inbox set state = 'waiting', next_at = 0
      where key = ${orderId} and consumer = 'upload-shipping-on-handover'`;
    await deliver(student, orderId);
    await stage.product.parts.shipping.uploadDue();
    expect(await shipped(orderId)).toHaveLength(1);
    expect(await uploadOf(orderId)).toMatchObject({ state: "done", tried: 1 });
  });

  it("is told once when the answer was lost", async () => {
    const student = await stage.as("weapp", "zheng");
    const orderId = await cooked(student);
    await faults(stage, { wechatShipping: "lostAnswer" });
    await rider.api.rider.pickUp.mutate({ orderId });
    await until(async () => {
      await stage.product.idle();
      await stage.product.parts.shipping.uploadDue();
      return (await shipped(orderId)).length === 1;
    });
    expect(await uploadOf(orderId)).toMatchObject({ state: "requested" });
    await faults(stage, { wechatShipping: "ok" });
    await untilUpload(orderId, "done");
    expect(await shipped(orderId)).toHaveLength(1);
  });

  it("that the platform does not know yet is told later", async () => {
    const student = await stage.as("weapp", "tang");
    const orderId = await cooked(student);
    await faults(stage, { wechatShippingKnownMs: 10 * minute });
    await rider.api.rider.pickUp.mutate({ orderId });
    await untilUpload(orderId, "done");
    expect((await uploadOf(orderId))?.tried).toBeGreaterThan(1);
    expect(await shipped(orderId)).toHaveLength(1);
  });

  it("that the platform refuses raises the alarm", async () => {
    const student = await stage.as("weapp", "qi");
    const orderId = await cooked(student);
    const before = await alarms(stage, "shippingRefused");
    await stage.sql`update identity set subject = ${"o-somebody-else"} where account_id = (
      select account_id from orders where order_id = ${orderId}) and platform = 'weapp'`;
    await rider.api.rider.pickUp.mutate({ orderId });
    await untilUpload(orderId, "refused");
    expect(await alarms(stage, "shippingRefused")).toBe(before + 1);
    expect(await shipped(orderId)).toEqual([]);
  });
});

describe("a lunch paid in Alipay", () => {
  it("is nothing that WeChat hears of", async () => {
    const student = await stage.as("alipay", "chen");
    const orderId = await cooked(student);
    await rider.api.rider.pickUp.mutate({ orderId });
    await deliver(student, orderId);
    expect(await uploadOf(orderId)).toBeUndefined();
  });
});
