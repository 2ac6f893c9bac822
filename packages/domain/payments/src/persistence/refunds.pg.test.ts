import { type CampusId, createIds, fen, manualClock, minute, type RefundId, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Payment } from "../domain/index.ts";
import type { GatewayRefund } from "../use-cases/index.ts";
import { createPaymentStore, paymentMigrations } from "./index.ts";

const clock = manualClock(1_763_800_000_000);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
const campusId: CampusId = toId("campus", "cmp_00000000000000000001");
const spacingMs = { wechatPay: 60_000, alipay: 3_000 };
let db: TestDatabase;
let store: ReturnType<typeof createPaymentStore>;
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...paymentMigrations]);
  store = createPaymentStore(db.sql, ids, () => undefined);
});
afterAll(() => db.drop());

const moment = () => ({ now: clock.now(), traceId: "t" });
async function paid(amount = 1300): Promise<Payment> {
  const wanted: Payment = {
    campusId,
    orderId: ids.next("order"),
    accountId: ids.next("account"),
    host: "weapp",
    paymentId: ids.next("payment"),
    channel: "wechatPay",
    amountFen: fen(amount),
    refundedFen: fen(0),
    state: "prepared",
    transactionId: null,
    expiresAt: clock.now() + 900_000,
    createdAt: clock.now(),
    paidAt: null,
  };
  await store.open(wanted, crypto.randomUUID());
  const { paymentId, amountFen } = wanted;
  const told = { paymentId, state: "paid", transactionId: "42", amount: amountFen, currency: "CNY" } as const;
  await store.settle({ campusId, answer: { ...told, paidAt: clock.now() }, askAt: null, ...moment() });
  return wanted;
}
const ask = (payment: Payment, key: string, amount: number | null) => {
  clock.advance(1);
  return store.requestRefund({
    campusId,
    paymentId: payment.paymentId,
    refundId: ids.next("refund"),
    key,
    amountFen: amount === null ? null : fen(amount),
    reason: "少送一份",
    ...moment(),
  });
};
const turn = async (refundId: RefundId) =>
  (await store.takeTurn({ campusId, refundId, spacingMs, now: clock.now() })).kind;
const say = (refundId: RefundId, state: GatewayRefund["state"], amount: number) =>
  store.settleRefund({
    campusId,
    answer: { refundId, state, amount: fen(amount) },
    askAt: clock.now() + minute,
    ...moment(),
  });
const renew = (refundId: RefundId) =>
  store.renewRefund({ campusId, refundId, newRefundId: ids.next("refund"), ...moment() });
const books = async (payment: Payment) => {
  const { payments, refunds } = await store.ofOrder(campusId, payment.orderId);
  return { payment: payments[0] as Payment, refunds };
};
const refundedEvents = (payment: Payment) => db.sql<{ payload: { key: string; full: boolean } }[]>`
  select payload from outbox where key = ${payment.orderId} and type = 'payment.refunded' order by position`;

describe("parts of a payment", () => {
  it("go back one after the other, then the rest; only the last one empties it", async () => {
    const payment = await paid();
    await ask(payment, "case-1", 300);
    await ask(payment, "case-2", 200);
    await ask(payment, "order-ended", null);
    const { refunds } = await books(payment);
    expect(refunds.map((r) => r.amountFen)).toEqual([300, 200, 800]);
    for (const { refundId, amountFen } of refunds) {
      const others = refunds.slice(refunds.findIndex((r) => r.refundId === refundId) + 1);
      expect(await turn(refundId)).toBe("go");
      for (const other of others) expect(await turn(other.refundId)).toBe("waits");
      await say(refundId, "succeeded", amountFen);
      for (const other of others) expect(await turn(other.refundId)).toBe("waits");
      expect((await books(payment)).payment.state).toBe(others.length ? "refunding" : "refunded");
      clock.advance(spacingMs.wechatPay);
    }
    const told = await refundedEvents(payment);
    expect(told.map(({ payload }) => [payload.key, payload.full])).toEqual([
      ["case-1", false],
      ["case-2", false],
      ["order-ended", true],
    ]);
  });

  it("leave the payment partly refunded", async () => {
    const payment = await paid();
    await ask(payment, "case-1", 300);
    const [refund] = (await books(payment)).refunds;
    await say(refund?.refundId as RefundId, "succeeded", 300);
    expect((await books(payment)).payment).toMatchObject({ state: "partlyRefunded", refundedFen: 300 });
  });

  it("asked for by twenty at once are never more than was paid, and one a key", async () => {
    const payment = await paid();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => ask(payment, `case-${n % 7}`, 300)),
    );
    const { payment: after, refunds } = await books(payment);
    expect(refunds).toHaveLength(4);
    expect(after.refundedFen).toBe(1200);
    expect(results.filter((r) => r.ok && r.value === "requested")).toHaveLength(4);
    expect(results.filter((r) => !r.ok && r.error.kind === "refundTooLarge").length).toBeGreaterThan(0);
  });

  it("that were refused are planned anew only after somebody has looked, within what is left", async () => {
    const payment = await paid();
    await ask(payment, "case-1", 500);
    const [first] = (await books(payment)).refunds;
    const refundId = first?.refundId as RefundId;
    await store.failRefund({ campusId, refundId, failure: "NOT_ENOUGH", ...moment() });
    expect((await books(payment)).payment).toMatchObject({ state: "refunding", refundedFen: 0 });
    expect(await ask(payment, "case-1", 500)).toEqual({ ok: true, value: "known" });
    expect(await renew(refundId)).toBe("noted");
    await ask(payment, "case-2", 1000);
    expect(await renew(refundId)).toBe("tooLarge");
    await ask(payment, "order-ended", null);
    expect(await renew(refundId)).toBe("settled");
  });

  it("that failed and arrived after all count, unless another has taken their place", async () => {
    const [one, other] = [await paid(), await paid()];
    for (const payment of [one, other]) {
      await ask(payment, "order-ended", null);
      const [refund] = (await books(payment)).refunds;
      await say(refund?.refundId as RefundId, "abnormal", 1300);
    }
    const [late] = (await books(one)).refunds;
    expect(await say(late?.refundId as RefundId, "succeeded", 1300)).toBe("succeeded");
    expect((await books(one)).payment.state).toBe("refunded");
    const [replaced] = (await books(other)).refunds;
    await renew(replaced?.refundId as RefundId);
    expect(await renew(replaced?.refundId as RefundId)).toBe("renewed");
    expect(await say(replaced?.refundId as RefundId, "succeeded", 1300)).toBe("mismatch");
    expect((await books(other)).payment).toMatchObject({ state: "refunding", refundedFen: 1300 });
  });
});

describe("the release before", () => {
  const oldRow = (payment: Payment, amount: number) => ({
    campusId,
    refundId: ids.next("refund"),
    paymentId: payment.paymentId,
    orderId: payment.orderId,
    amountFen: amount,
    state: "requested",
    reason: "订单已取消",
    requestedAt: clock.now(),
    askAt: clock.now(),
  });

  it("still refunds in full, and is counted", async () => {
    const payment = await paid();
    await db.sql`insert into refund ${db.sql(oldRow(payment, 1300))}`;
    expect((await books(payment)).payment.refundedFen).toBe(1300);
    expect(await ask(payment, "order-ended", null)).toEqual({ ok: true, value: "known" });
    expect(await ask(payment, "case-1", 1)).toMatchObject({ error: { kind: "refundTooLarge" } });
  });

  it("cannot take a part for the whole", async () => {
    const payment = await paid();
    await ask(payment, "case-1", 100);
    await expect(
      db.sql`update payment set state = 'refunded' where payment_id = ${payment.paymentId}`,
    ).rejects.toThrow(/payment_refunded_whole/);
  });

  it("cannot give back more than was paid either", async () => {
    const payment = await paid();
    await ask(payment, "case-1", 100);
    await expect(db.sql`insert into refund ${db.sql(oldRow(payment, 1300))}`).rejects.toThrow(
      /payment_refunded_within/,
    );
  });
});

describe("any sequence of requests, answers, repetitions and failures", () => {
  type Step = { do: "ask" | "succeed" | "process" | "fail" | "abnormal" | "renew"; n: number; fen: number };
  const step: fc.Arbitrary<Step> = fc.record({
    do: fc.constantFrom("ask", "ask", "succeed", "process", "fail", "abnormal", "renew"),
    n: fc.nat(4),
    fen: fc.integer({ min: 0, max: 1000 }),
  });

  async function take(payment: Payment, { do: command, n, fen: amount }: Step): Promise<void> {
    if (command === "ask") return void (await ask(payment, `case-${n}`, amount === 0 ? null : amount));
    const { refunds } = await books(payment);
    const refund = refunds[n];
    if (!refund) return;
    const { refundId, amountFen } = refund;
    if (command === "renew") await renew(refundId);
    else if (command === "fail") await store.failRefund({ campusId, refundId, failure: "NO", ...moment() });
    else {
      const said = { succeed: "succeeded", process: "processing", abnormal: "abnormal" } as const;
      await say(refundId, said[command], amountFen);
    }
  }

  it("keeps the sum of what has not failed, within what was paid, once a key, and tells each return once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const payment = await paid();
        for (const one of steps) {
          await take(payment, one);
          const { payment: now, refunds } = await books(payment);
          const alive = refunds.filter((r) => r.state !== "failed");
          expect(now.refundedFen).toBe(alive.reduce((sum, r) => sum + r.amountFen, 0));
          expect(now.refundedFen).toBeLessThanOrEqual(now.amountFen);
          expect(new Set(alive.map((r) => r.refundKey)).size).toBe(alive.length);
          const back = alive.filter((r) => r.state === "succeeded");
          const sum = back.reduce((total, r) => total + r.amountFen, 0);
          expect(now.state === "refunded").toBe(sum === now.amountFen);
          const told = await refundedEvents(payment);
          expect(told.map(({ payload }) => payload.key).sort()).toEqual(back.map((r) => r.refundKey).sort());
          expect(told.filter(({ payload }) => payload.full)).toHaveLength(now.state === "refunded" ? 1 : 0);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
