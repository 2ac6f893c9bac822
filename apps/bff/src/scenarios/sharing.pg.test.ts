import { hour, minute, type OrderId } from "@sanqi/kernel";
import { until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { consoleCookie } from "./callers.ts";
import { placeAndPay } from "./lunch.ts";
import { atPlatform, eventsOf, faults, moneyOf, refundedInFull, untilMoney } from "./money.ts";
import { send } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";

type Share = {
  outTradeNo: string;
  unfreezes: boolean;
  parts: { account: string; amountFen: number; result: string; returnedFen: number }[];
};
const trace = `${"0".repeat(31)}3`;
let stage: Stage;
let cook: Person;
let rider: Person;
beforeAll(async () => {
  stage = await setStage();
  cook = await stage.as("weapp", "chef-tinglan");
  rider = await stage.as("weapp", "rider-zhou");
});
afterAll(() => stage?.close());
afterEach(() => faults(stage, { wechatShare: "ok", alipaySplit: "ok", wechatShareReturn: "ok" }));

const receivers = {
  wechatPay: { channel: "wechatPay", kind: "merchant", account: "1900000101" },
  alipay: { channel: "alipay", kind: "userId", account: "2088000000000101" },
} as const;
async function receive(channel: keyof typeof receivers, active = true): Promise<void> {
  const { cookie } = await consoleCookie(stage);
  const answer = await send(`${stage.url}/trpc/console.saveShareReceiver`, {
    body: {
      shopId: stage.ids.shops.of("dumplings"),
      party: "merchant",
      to: receivers[channel],
      name: "听澜水饺有限公司",
      active,
    },
    headers: { cookie, origin: stage.url },
  });
  expect([answer.status, answer.text.includes("水饺")]).toEqual([200, false]);
}
/** Completed, with two days behind it in which the student could have complained. */
async function completed(student: Person): Promise<OrderId> {
  const orderId = await rated(student);
  stage.clock.advance(48 * hour);
  await stage.product.parts.sharing.askDueShares(trace);
  return orderId;
}
async function rated(student: Person): Promise<OrderId> {
  const orderId = await placeAndPay(stage, student);
  await cook.api.merchant.accept.mutate({ orderId });
  await rider.api.rider.claim.mutate({ orderId });
  await cook.api.merchant.ready.mutate({ orderId });
  await rider.api.rider.pickUp.mutate({ orderId });
  const { pickupCode } = await student.api.orders.get.query({ orderId });
  await rider.api.rider.deliver.mutate({ orderId, code: pickupCode ?? "" });
  await student.api.orders.rate.mutate({ orderId, stars: 5, comment: "" });
  await stage.product.idle();
  return orderId;
}
async function sharesOf(orderId: OrderId): Promise<Share[]> {
  const { payments } = await moneyOf(stage, orderId);
  const { shares } = (await stage.payments()) as unknown as { shares: Share[] };
  return shares.filter((share) => payments.some(({ paymentId }) => paymentId === share.outTradeNo));
}
const shareOf = async (orderId: OrderId) =>
  (
    await stage.sql<
      { state: string; rest: string }[]
    >`select state, rest from share where order_id = ${orderId}`
  )[0];
/** At the platform: what receivers keep and what went back stay within what was paid. */
async function neverMoreThanPaid(orderId: OrderId): Promise<void> {
  const shares = (await sharesOf(orderId)).filter((share) => !share.unfreezes).flatMap(({ parts }) => parts);
  const kept = shares.reduce((sum, part) => sum + part.amountFen - part.returnedFen, 0);
  const { payments } = await moneyOf(stage, orderId);
  const there = await atPlatform(stage, payments[0]?.paymentId ?? "");
  expect(kept + (there?.refundedFen ?? 0)).toBeLessThanOrEqual(there?.amountFen ?? 0);
}
const untilShare = (orderId: OrderId, state: string) =>
  until(
    async () => {
      await stage.product.parts.sharing.askDueShares(trace);
      const share = await shareOf(orderId);
      if (share?.state !== state || share.rest !== "free") stage.clock.advance(minute);
      return share;
    },
    (share) => share?.state === state && share.rest === "free",
  );

describe("without a receiver", () => {
  it("a completed lunch is not shared", async () => {
    const orderId = await completed(await stage.as("weapp", "lin"));
    expect(await shareOf(orderId)).toBeUndefined();
    expect(await sharesOf(orderId)).toEqual([]);
  });
});

describe("an operator", () => {
  it("is kept with every account that a shop's money goes to, and cannot settle what does not hang", async () => {
    await receive("wechatPay");
    const changes = await stage.sql<{ by: string; account: string }[]>`
      select by, after->>'account' as account from share_receiver_change order by position desc limit 1`;
    expect([...changes]).toEqual([
      { by: expect.stringMatching(/^acc_/), account: receivers.wechatPay.account },
    ]);
    const { cookie } = await consoleCookie(stage);
    const headers = { cookie, origin: stage.url };
    const call = (path: string, body: object) =>
      send(`${stage.url}/trpc/console.${path}`, { body, headers }).then(({ text }) => text);
    const rider = { shopId: stage.ids.shops.of("dumplings"), party: "rider", to: receivers.wechatPay };
    expect(await call("saveShareReceiver", { ...rider, name: "跑腿公司", active: true })).toContain(
      "SHARE_ACCOUNT_TAKEN",
    );
    const settlement = { outcome: "shared", words: "平台已到账" };
    const unknown = `pay_${"0".repeat(20)}`;
    expect(await call("settleShare", { ...settlement, paymentId: unknown })).toContain("SHARE_NOT_FOUND");
    const { paymentId } = await plannedPayment();
    expect(await call("settleShare", { ...settlement, paymentId })).toContain("SHARE_NOT_STUCK");
    await receive("wechatPay", false);
  });

  async function plannedPayment(): Promise<{ paymentId: string }> {
    const orderId = await placeAndPay(stage, await stage.as("weapp", "lin"));
    const [payment] = (await moneyOf(stage, orderId)).payments;
    return { paymentId: payment?.paymentId ?? "" };
  }
});

describe.each([
  ["weapp", "sun", "wechatPay", { wechatShare: "lostAnswer" }],
  ["alipay", "chen", "alipay", { alipaySplit: "lostAnswer" }],
] as const)("a completed lunch paid in %s", (host, key, channel, lostAnswer) => {
  beforeAll(() => receive(channel));
  afterAll(() => receive(channel, false));

  it("is shared once, within the ratio, and the rest is free; its events tell", async () => {
    const orderId = await completed(await stage.as(host, key));
    await faults(stage, lostAnswer);
    stage.clock.advance(minute);
    await stage.product.parts.sharing.askDueShares(trace);
    await faults(stage, { wechatShare: "ok", alipaySplit: "ok" });
    await untilShare(orderId, "finished");
    const [payment] = (await moneyOf(stage, orderId)).payments;
    const [share, rest, ...more] = await sharesOf(orderId);
    expect([share?.unfreezes, rest?.unfreezes, more]).toEqual([false, true, []]);
    expect(share?.parts).toEqual([
      expect.objectContaining({ account: receivers[channel].account, result: "SUCCESS" }),
    ]);
    expect(share?.parts[0]?.amountFen).toBe(Math.floor((payment?.amountFen ?? 0) * 0.3));
    await stage.product.idle();
    expect(await eventsOf(stage, orderId, "share.finished")).toBe(1);
    await neverMoreThanPaid(orderId);
  });

  it("waits while a student may complain, and while a complaint is open", async () => {
    const student = await stage.as(host, key);
    const orderId = await rated(student);
    stage.clock.advance(47 * hour);
    await student.api.orders.complain.mutate({ orderId, reason: "late", words: "凉了", items: [] });
    stage.clock.advance(hour);
    await stage.product.parts.sharing.askDueShares(trace);
    expect([await shareOf(orderId), await sharesOf(orderId)]).toEqual([
      { state: "planned", rest: "frozen" },
      [],
    ]);
    await student.api.orders.withdrawComplaint.mutate({ orderId });
    await untilShare(orderId, "finished");
    await neverMoreThanPaid(orderId);
  });

  it("that is refunded afterwards takes the share back, and all of it goes back", async () => {
    const orderId = await completed(await stage.as(host, key));
    await untilShare(orderId, "finished");
    const [payment] = (await moneyOf(stage, orderId)).payments;
    await stage.product.parts.money.requestRefund({
      campusId: stage.ids.campusId,
      paymentId: payment?.paymentId as never,
      key: "order-ended",
      amountFen: null,
      reason: "整单退款",
      traceId: trace,
    });
    await untilMoney(stage, orderId, refundedInFull);
    const [share] = await sharesOf(orderId);
    expect(share?.parts[0]?.returnedFen).toBe(share?.parts[0]?.amountFen);
    expect(await shareOf(orderId)).toMatchObject({ state: "returned" });
    expect(await eventsOf(stage, orderId, "share.returned")).toBe(1);
    const { app } = stage.product.parts;
    const sagaId = `${payment?.paymentId}:order-ended`;
    expect(await app.sagas.detail(stage.ids.campusId, sagaId)).toMatchObject({
      value: {
        saga: { kind: "otherRefund", state: "done" },
        steps: [{}, { name: "sharesBack", state: "done" }, {}],
      },
    });
    await neverMoreThanPaid(orderId);
  });
});

describe("a lunch that ends before anything is shared", () => {
  it("is refunded like any other", async () => {
    await receive("wechatPay");
    const student = await stage.as("weapp", "tang");
    const orderId = await placeAndPay(stage, student);
    await student.api.orders.cancel.mutate({ orderId, reason: "" });
    await untilMoney(stage, orderId, refundedInFull);
    expect(await shareOf(orderId)).toMatchObject({ state: "planned" });
    expect(await sharesOf(orderId)).toEqual([]);
    await receive("wechatPay", false);
  });
});
