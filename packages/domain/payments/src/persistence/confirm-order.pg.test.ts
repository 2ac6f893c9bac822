import { createIds, fen, hour, manualClock, ok, second, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Payment } from "../domain/index.ts";
import { createPaymentUseCases, type PaymentGateway } from "../use-cases/index.ts";
import { createPaymentStore, paymentMigrations } from "./index.ts";

const clock = manualClock(1_763_800_000_000);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
const campusId = toId("campus", "cmp_00000000000000000001");
const owner = ids.next("account");
let db: TestDatabase;
let payments: ReturnType<typeof createPaymentUseCases>;
let store: ReturnType<typeof createPaymentStore>;
let asked = 0;
let paid = false;
let payment: Payment;

const query: PaymentGateway["query"] = async (paymentId) => {
  asked += 1;
  const amount = payment.amountFen;
  const told = { paymentId, transactionId: paid ? "42" : null, amount, currency: "CNY", paidAt: null };
  return ok({ ...told, state: paid ? "paid" : "unpaid" });
};
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...paymentMigrations]);
  store = createPaymentStore(db.sql, ids, () => {});
  const gateway = { channel: "wechatPay", refundSpacingMs: 0, query } as unknown as PaymentGateway;
  payments = createPaymentUseCases({
    store,
    gateways: { wechatPay: gateway, alipay: { ...gateway, channel: "alipay" } },
    orders: { payable: async () => null, owns: async (_campus, accountId) => accountId === owner },
    clock,
    ids,
    notifyUrl: () => "",
    alarms: { raise: () => {} },
    stopwatch: () => clock.now(),
    random: () => {},
  });
});
afterAll(() => db?.drop());
beforeEach(async () => {
  asked = 0;
  paid = false;
  const now = clock.now();
  payment = {
    campusId,
    orderId: ids.next("order"),
    accountId: owner,
    host: "weapp",
    paymentId: ids.next("payment"),
    channel: "wechatPay",
    amountFen: fen(1300),
    refundedFen: fen(0),
    state: "prepared",
    transactionId: null,
    expiresAt: now + hour,
    createdAt: now,
    paidAt: null,
  };
  await store.open(payment, crypto.randomUUID());
});

const confirm = async (accountId = owner) => {
  const { orderId } = payment;
  const answer = await payments.confirmOrder({ campusId, accountId, orderId, traceId: "t" });
  return answer.ok ? answer.value.state : answer.error.kind;
};

describe("people who ask whether an order is paid", () => {
  it("have the platform asked once in three seconds, and hear its last answer in between", async () => {
    expect(await confirm()).toBe("prepared");
    paid = true;
    clock.advance(3 * second - 1);
    expect([await confirm(), asked]).toEqual(["prepared", 1]);
    clock.advance(1);
    expect([await confirm(), asked]).toEqual(["paid", 2]);
    expect([await confirm(), asked]).toEqual(["paid", 2]);
  });

  it("all at once have it asked once", async () => {
    await Promise.all(Array.from({ length: 10 }, () => confirm()));
    expect(asked).toBe(1);
  });

  it("use up nobody's turn where the order is none of theirs", async () => {
    expect([await confirm(ids.next("account")), asked]).toEqual(["paymentNotFound", 0]);
    await confirm();
    expect(asked).toBe(1);
  });

  it("are not put off for longer when the clock is set back", async () => {
    await confirm();
    clock.advance(-hour);
    await confirm();
    expect(asked).toBe(2);
  });
});
