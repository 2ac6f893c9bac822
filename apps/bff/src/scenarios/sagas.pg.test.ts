import { minute, type OrderId } from "@sanqi/kernel";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { atDesk } from "./desk.ts";
import { place, placeAndPay } from "./lunch.ts";
import { booksAreSound, faults, moneyOf } from "./money.ts";
import { isDone, sagaOf, sagasOf, stepsOf, untilSaga, untilSagas } from "./sagas.ts";
import { type Client, codeOf, type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let desk: Client;
let cook: Person;
let rider: Person;
beforeAll(async () => {
  stage = await setStage();
  desk = await atDesk(stage);
  cook = await stage.as("weapp", "chef-tinglan");
  rider = await stage.as("weapp", "rider-zhou");
});
afterAll(() => stage?.close());
afterEach(() => booksAreSound(stage));

const wholeRefund = (first: string) => [
  ...[`${first} done`, "requested done", "sharesBack skipped", "moneyBack done", "orderTold done"],
];
const done = (orderId: OrderId, kind: string) => untilSaga(stage, desk, { orderId, kind }, isDone);

describe.each([
  ["weapp", "lin"],
  ["alipay", "chen"],
  ["dd", "zhao"],
] as const)("an order paid in %s", (host, key) => {
  it("that its student cancels is one saga, from the end to the refund, with times and traces", async () => {
    const student = await stage.as(host, key);
    const orderId = await placeAndPay(stage, student);
    expect(await sagasOf(desk, orderId)).toEqual([]);
    const before = stage.clock.now();
    await student.api.orders.cancel.mutate({ orderId, reason: "不想要了" });
    const saga = await done(orderId, "orderEnded");
    const { orderNo } = await student.api.orders.get.query({ orderId });
    expect(saga).toMatchObject({ label: orderNo, late: false, toDo: null, step: null, stuckAt: null });
    expect(saga.startedAt).toBeGreaterThanOrEqual(before - 1_000);
    expect(saga.endedAt).toBeGreaterThanOrEqual(saga.startedAt);
    expect(await stepsOf(desk, saga.sagaId)).toEqual(wholeRefund("ended"));
    const { steps, deliveries, proofs } = await desk.console.saga.query({ sagaId: saga.sagaId });
    expect(steps.filter(({ state }) => state === "done").every(({ at, traceId }) => at && traceId)).toBe(
      true,
    );
    expect(proofs[0]).toMatchObject({ eventType: "order.cancelled", note: "不想要了" });
    expect(deliveries.filter(({ ofSaga }) => ofSaga).every(({ state }) => state === "done")).toBe(true);
    expect(
      deliveries.some(({ ofSaga, consumer }) => !ofSaga && consumer === "post-to-ledger-on-money-moved"),
    ).toBe(true);
    expect(await codeOf(desk.console.retrySaga.mutate({ sagaId: saga.sagaId }))).toBe("SAGA_OVER");
    expect(await codeOf(desk.console.saga.query({ sagaId: "nothing" }))).toBe("SAGA_NOT_FOUND");
  });

  it.each([false, true])(
    "that the desk ends after the kitchen accepted gives its money back, cooked: %s",
    async (cooked) => {
      const student = await stage.as(host, key);
      const orderId = await placeAndPay(stage, student);
      await cook.api.merchant.accept.mutate({ orderId });
      if (cooked) await cook.api.merchant.startCooking.mutate({ orderId });
      await desk.console.cancelOrder.mutate({ orderId, reason: "骑手无法送达" });
      const saga = await done(orderId, "orderEnded");
      expect(await stepsOf(desk, saga.sagaId)).toEqual(wholeRefund("ended"));
      expect(await student.api.orders.get.query({ orderId })).toMatchObject({
        stage: "refused",
        payment: "refunded",
      });
    },
  );

  it("that no kitchen accepts ends like one that it refused", async () => {
    const student = await stage.as(host, key);
    const orderId = await placeAndPay(stage, student);
    stage.clock.advance(10 * minute);
    await stage.product.parts.system.watchAcceptance("test");
    expect(await stepsOf(desk, (await done(orderId, "orderEnded")).sagaId)).toEqual(wholeRefund("ended"));
    const refused = await placeAndPay(stage, student);
    await cook.api.merchant.refuse.mutate({ orderId: refused, reason: "卖完了" });
    expect(await done(refused, "orderEnded")).toMatchObject({ attempt: 0, refusal: null });
  });

  it("of which a complaint gives a part back is a saga of its own, once more for each complaint", async () => {
    const student = await stage.as(host, key);
    const orderId = await eaten(student);
    const complain = () =>
      student.api.orders.complain.mutate({ orderId, reason: "late", words: "迟了", items: [] });
    const give = async (key: string) =>
      desk.console.decideAfterSale.mutate({
        orderId,
        parts: [{ key, fen: 100 }],
        bearer: "platform",
        words: "抱歉",
      });
    await complain();
    await give("0");
    await done(orderId, "afterSale");
    await complain();
    await give("0");
    await untilSagas(stage, desk, orderId, (sagas) => sagas.filter(isDone).length === 2);
    for (const { sagaId } of await sagasOf(desk, orderId))
      expect(await stepsOf(desk, sagaId)).toEqual(wholeRefund("agreed"));
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({ payment: "partlyRefunded" });
  });

  it("and not paid has its open cashier closed: seen until the platform has said so", async () => {
    const student = await stage.as(host, key);
    const { orderId } = await place(stage, student);
    await student.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() });
    await student.api.orders.cancel.mutate({ orderId, reason: "" });
    const saga = await done(orderId, "closing");
    expect(await stepsOf(desk, saga.sagaId)).toEqual(["ended done", "closed done"]);
    const never = await place(stage, student);
    await student.api.orders.cancel.mutate({ orderId: never.orderId, reason: "" });
    await stage.product.idle();
    expect(await sagasOf(desk, never.orderId)).toEqual([]);
  });
});

async function eaten(student: Person): Promise<OrderId> {
  const orderId = await placeAndPay(stage, student);
  await cook.api.merchant.accept.mutate({ orderId });
  await rider.api.rider.claim.mutate({ orderId });
  await cook.api.merchant.ready.mutate({ orderId });
  await rider.api.rider.pickUp.mutate({ orderId });
  const { pickupCode } = await student.api.orders.get.query({ orderId });
  await rider.api.rider.deliver.mutate({ orderId, code: pickupCode ?? "" });
  await stage.product.idle();
  return orderId;
}
describe("money that comes after the end", () => {
  // A string on a phone in DingTalk outlives our closing.
  const orderString = async () => {
    const student = await stage.as("dd", "zhao");
    const { orderId } = await place(stage, student);
    const { params } = await student.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() });
    if (params.kind !== "alipayApp") throw new Error(params.kind);
    const payIt = () => stage.phone("/device/dingtalk/pay", { person: "zhao", info: params.orderString });
    return { student, orderId, payIt };
  };

  it("goes back in full, as a saga beside the closing", async () => {
    const { student, orderId, payIt } = await orderString();
    await student.api.orders.cancel.mutate({ orderId, reason: "不想要了" });
    expect(await stepsOf(desk, (await done(orderId, "closing")).sagaId)).toEqual([
      "ended done",
      "closed done",
    ]);
    await payIt();
    expect(await stepsOf(desk, (await done(orderId, "paidLate")).sagaId)).toEqual(wholeRefund("arrived"));
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({
      stage: "cancelled",
      payment: "refunded",
    });
  });

  it("while the platform cannot close ends the closing too, and goes back", async () => {
    const { student, orderId, payIt } = await orderString();
    await faults(stage, { alipayDown: true });
    await student.api.orders.cancel.mutate({ orderId, reason: "" });
    await stage.product.idle();
    expect(await sagaOf(desk, orderId, "closing")).toMatchObject({
      state: "running",
      step: { name: "closed" },
    });
    await payIt();
    await faults(stage, { alipayDown: false });
    await done(orderId, "paidLate");
    expect(await sagaOf(desk, orderId, "closing")).toMatchObject({ state: "done" });
  });

  it("or twice leaves the order as it is and gives the second back", async () => {
    const { student, orderId, payIt } = await orderString();
    const { code } = await student.api.payments.payCode.mutate({ orderId });
    const friend = await stage.as("alipay", "chen");
    const { params } = await friend.api.payments.prepareByCode.mutate({ code, key: crypto.randomUUID() });
    if (params.kind !== "alipay") throw new Error(params.kind);
    const appId = stage.env.ALIPAY_APP_ID;
    await stage.phone("/device/alipay/trade-pay", {
      appId,
      person: "chen",
      outcome: "pay",
      tradeNO: params.tradeNo,
    });
    await payIt();
    await untilSagas(stage, desk, orderId, (sagas) => sagas.some(({ kind }) => kind === "paidTwice"));
    const saga = await done(orderId, "paidTwice");
    expect(await stepsOf(desk, saga.sagaId)).toEqual([
      ...["arrived done", "requested done", "sharesBack skipped", "moneyBack done"],
    ]);
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({ payment: "paid" });
    expect((await moneyOf(stage, orderId)).payments.map(({ state }) => state).sort()).toEqual([
      "paid",
      "refunded",
    ]);
  });
});
