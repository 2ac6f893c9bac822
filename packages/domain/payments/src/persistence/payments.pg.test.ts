import { createIds, fen, type Host, manualClock, type OrderId, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Payment } from "../domain/index.ts";
import type { GatewayPayment } from "../use-cases/index.ts";
import { createPaymentStore, paymentMigrations } from "./index.ts";

const clock = manualClock(1_763_800_000_000);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
const campusId = toId("campus", "cmp_00000000000000000001");
const accountId = ids.next("account");
let db: TestDatabase;
let store: ReturnType<typeof createPaymentStore>;
let committed = 0;
let orderId: OrderId;
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...paymentMigrations]);
  store = createPaymentStore(db.sql, ids, () => {
    committed += 1;
  });
});
afterAll(() => db.drop());
beforeEach(() => {
  orderId = ids.next("order");
});

const wanted = (host: Host = "weapp", of = orderId): Payment => ({
  campusId,
  orderId: of,
  accountId,
  host,
  paymentId: ids.next("payment"),
  channel: host === "weapp" ? "wechatPay" : "alipay",
  amountFen: fen(1300),
  refundedFen: fen(0),
  state: "prepared",
  transactionId: null,
  expiresAt: clock.now() + 900_000,
  createdAt: clock.now(),
  paidAt: null,
});
const key = () => crypto.randomUUID();
const opened = async (host: Host = "weapp") => {
  const result = await store.open(wanted(host), key());
  if (result.kind !== "opened") throw new Error(result.kind);
  return result.payment;
};
const answer = (payment: Payment, over: Partial<GatewayPayment> = {}): GatewayPayment => ({
  paymentId: payment.paymentId,
  state: "paid",
  transactionId: "420001",
  amount: payment.amountFen,
  currency: "CNY",
  paidAt: clock.now(),
  ...over,
});
const settle = (payment: Payment, over: Partial<GatewayPayment> = {}) =>
  store.settle({ campusId, answer: answer(payment, over), now: clock.now(), askAt: null, traceId: "t" });
const told = async (type: string) =>
  (await db.sql`select 1 from outbox where key = ${orderId} and type = ${type}`).count;
const refund = (payment: Payment) =>
  store.requestRefund({
    campusId,
    paymentId: payment.paymentId,
    refundId: ids.next("refund"),
    key: "order-ended",
    amountFen: null,
    reason: "订单已取消",
    now: clock.now(),
    traceId: "t",
  });

describe("opening", () => {
  it("ten at once makes one payment, which all of them get", async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => store.open(wanted(), key())));
    expect(results.map((r) => r.kind).sort()).toEqual([
      "opened",
      ...Array.from({ length: 9 }, () => "reused"),
    ]);
    expect((await store.ofOrder(campusId, orderId)).payments).toHaveLength(1);
  });

  it("on another host finds it busy until it is closed", async () => {
    const first = await opened("weapp");
    const other = wanted("alipay");
    expect(await store.open(other, key())).toMatchObject({
      kind: "busy",
      payment: { paymentId: first.paymentId },
    });
    await settle(first, { state: "closed" });
    expect((await store.open(other, key())).kind).toBe("opened");
  });

  it("races with closing and always ends in an answer", async () => {
    const first = await opened("weapp");
    const [result] = await Promise.all([
      store.open(wanted("alipay"), key()),
      settle(first, { state: "closed" }),
    ]);
    expect(["busy", "opened"]).toContain(result.kind);
  });

  it.each(["paid", "refunding"] as const)("is refused once one is %s", async (state) => {
    const first = await opened();
    await settle(first);
    if (state === "refunding") await refund(first);
    expect(await store.open(wanted(), key())).toEqual({ kind: "paid" });
    expect((await store.ofOrder(campusId, orderId)).payments).toHaveLength(1);
  });

  it("with a key that paid for another order is refused, with the same order it is not", async () => {
    const same = key();
    await store.open(wanted(), same);
    expect((await store.open(wanted(), same)).kind).toBe("reused");
    expect(await store.open(wanted("weapp", ids.next("order")), same)).toEqual({ kind: "otherOrder" });
    const stranger = { ...wanted("weapp", ids.next("order")), accountId: ids.next("account") };
    expect((await store.open(stranger, same)).kind).toBe("opened");
  });
});

describe("settling", () => {
  it("eight times at once tells of one payment", async () => {
    const payment = await opened();
    const before = committed;
    const results = await Promise.all(Array.from({ length: 8 }, () => settle(payment)));
    expect(results.filter((r) => r?.effect === "paid")).toHaveLength(1);
    expect(await told("payment.succeeded")).toBe(1);
    expect(committed).toBe(before + 8);
  });

  it("a closed payment that was paid after all is paid, and told", async () => {
    const payment = await opened();
    await settle(payment, { state: "closed" });
    expect(await settle(payment)).toMatchObject({ effect: "paid", payment: { state: "paid" } });
    expect(await told("payment.succeeded")).toBe(1);
  });

  it("another amount changes nothing and goes on being asked for", async () => {
    const payment = await opened();
    const askAt = clock.now() + 15_000;
    const wrong = answer(payment, { amount: fen(1) });
    const result = await store.settle({ campusId, answer: wrong, now: clock.now(), askAt, traceId: "t" });
    expect(result).toMatchObject({ effect: "mismatch", payment: { state: "prepared" } });
    expect(await told("payment.succeeded")).toBe(0);
    expect((await store.due("wechatPay", askAt, 500)).map((p) => p.paymentId)).toContain(payment.paymentId);
    expect((await store.due("wechatPay", askAt - 1, 500)).map((p) => p.paymentId)).not.toContain(
      payment.paymentId,
    );
  });

  it("what nobody knows here is answered with null, also on another campus", async () => {
    expect(await settle(wanted())).toBeNull();
    const payment = await opened();
    const elsewhere = toId("campus", "cmp_00000000000000000002");
    expect(
      await store.settle({
        campusId: elsewhere,
        answer: answer(payment),
        now: clock.now(),
        askAt: null,
        traceId: "t",
      }),
    ).toBeNull();
  });
});

describe("refunding", () => {
  it("asked for six times at once is one refund of the whole amount", async () => {
    const payment = await opened();
    await settle(payment);
    await Promise.all(Array.from({ length: 6 }, () => refund(payment)));
    const { refunds, payments } = await store.ofOrder(campusId, orderId);
    expect(refunds).toMatchObject([{ state: "requested", amountFen: 1300, reason: "订单已取消" }]);
    expect(payments[0]?.state).toBe("refunding");
    expect(await told("refund.requested")).toBe(1);
  });

  it("of what was never paid does nothing", async () => {
    const payment = await opened();
    await refund(payment);
    expect((await store.ofOrder(campusId, orderId)).refunds).toEqual([]);
  });

  it("is finished once, however often the platform says so; a wrong amount finishes nothing", async () => {
    const payment = await opened();
    await settle(payment);
    await refund(payment);
    const [mine] = (await store.ofOrder(campusId, orderId)).refunds;
    if (!mine) throw new Error("no refund");
    const say = (state: "processing" | "succeeded" | "abnormal", amount = fen(1300)) => {
      const { refundId } = mine;
      const askAt = clock.now() + 15_000;
      return store.settleRefund({
        campusId,
        answer: { refundId, state, amount },
        now: clock.now(),
        askAt,
        traceId: "t",
      });
    };
    expect(await say("processing")).toBe("processing");
    expect((await store.dueRefunds("wechatPay", clock.now() + 15_000, 500)).map((r) => r.refundId)).toContain(
      mine.refundId,
    );
    expect(await say("succeeded", fen(1))).toBe("mismatch");
    expect(await told("payment.refunded")).toBe(0);
    clock.advance(15_000);
    await say("succeeded", fen(1));
    // Put off, or the timer would ask, and alarm, at every turn.
    expect((await store.dueRefunds("wechatPay", clock.now(), 500)).map((r) => r.refundId)).not.toContain(
      mine.refundId,
    );
    await Promise.all([say("succeeded"), say("succeeded"), say("processing"), say("abnormal")]);
    expect(await told("payment.refunded")).toBe(1);
    expect((await store.ofOrder(campusId, orderId)).payments[0]?.state).toBe("refunded");
  });
});

describe("notifications", () => {
  it("are remembered once", async () => {
    const one = {
      campusId,
      channel: "wechatPay" as const,
      notificationId: key(),
      subjectId: "x",
      effect: "paid",
      now: clock.now(),
      traceId: "t",
    };
    await store.remember(one);
    await store.remember({ ...one, effect: "none" });
    await store.remember({ ...one, channel: "alipay" });
    const rows = await db.sql`
      select channel, effect from payment_notification where notification_id = ${one.notificationId} order by 1`;
    expect([...rows]).toEqual([
      { channel: "alipay", effect: "paid" },
      { channel: "wechatPay", effect: "paid" },
    ]);
  });
});
