import { inTransaction } from "@sanqi/database";
import { createIds, err, hour, manualClock, minute, ok, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { createGuard, type Guard } from "@sanqi/resilience";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  createShippingWork,
  type ShippingGateway,
  type ShippingRequest,
  shippingRules,
} from "../use-cases/index.ts";
import { createShippingStore, paymentMigrations, requestShippingUpload } from "./index.ts";

const clock = manualClock(1_763_800_000_000);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
const campusId = toId("campus", "cmp_00000000000000000001");
type Answer = Awaited<ReturnType<ShippingGateway["upload"]>>;

let db: TestDatabase;
let answers: Answer[];
let guard: Guard;
const uploaded: ShippingRequest[] = [];
const raised: string[] = [];
let payer: string | null = "openid-of-lin";
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...paymentMigrations]);
});
afterAll(() => db?.drop());
beforeEach(async () => {
  answers = [];
  payer = "openid-of-lin";
  uploaded.length = 0;
  raised.length = 0;
  await db.sql`delete from shipping_upload`;
  guard = createGuard({ name: "shipping", rules: shippingRules, clock, stopwatch: clock.now });
});

const work = () =>
  createShippingWork({
    store: createShippingStore(db.sql),
    gateway: {
      async upload(request) {
        uploaded.push(request);
        return answers.shift() ?? ok("shipped");
      },
    },
    guard,
    facts: { payer: async () => payer, goods: async () => "鲜肉水饺×1" },
    clock,
    alarms: { raise: (kind) => raised.push(kind) },
  });

async function payment(state: string, channel = "wechatPay", orderId = ids.next("order")) {
  const row = {
    campusId,
    paymentId: ids.next("payment"),
    orderId,
    accountId: ids.next("account"),
    host: channel === "wechatPay" ? "weapp" : "alipay",
    channel,
    amountFen: 1_300,
    refundedFen: state === "refunded" ? 1_300 : 0,
    state,
    transactionId: "42",
    expiresAt: clock.now(),
    createdAt: clock.now(),
    paidAt: clock.now(),
  };
  await db.sql`insert into payment ${db.sql(row)}`;
  return row;
}
const handOver = (
  orderId: ReturnType<typeof ids.next<"order">>,
  kind: "sameCity" | "selfPickup" = "sameCity",
) =>
  inTransaction(db.sql, (tx) =>
    requestShippingUpload(tx, { campusId, orderId, kind, at: clock.now() - 5, now: clock.now() }),
  );
const rows = () => db.sql`select payment_id, kind, state, code, tried from shipping_upload`;
const later = (code: string) => err({ kind: "shippingLater", code, detail: "" } as const);

describe("a hand-over", () => {
  it("is told for what holds money in WeChat, and for nothing else", async () => {
    const { orderId, paymentId } = await payment("paid");
    await payment("closed", "wechatPay", orderId);
    await payment("refunded", "wechatPay", orderId);
    await payment("paid", "alipay", orderId);
    await handOver(orderId);
    expect(await work().uploadDue()).toBe(1);
    expect(uploaded).toEqual([
      { paymentId, payer: "openid-of-lin", kind: "sameCity", goods: "鲜肉水饺×1", at: clock.now() - 5 },
    ]);
    expect([...(await rows())]).toMatchObject([{ state: "done", code: null }]);
  });

  it("is told once, and the first telling counts", async () => {
    const { orderId } = await payment("partlyRefunded");
    await handOver(orderId);
    await handOver(orderId);
    await work().uploadDue();
    await handOver(orderId, "selfPickup");
    clock.advance(hour);
    expect(await work().uploadDue()).toBe(0);
    expect([...(await rows())]).toMatchObject([{ kind: "sameCity", state: "done" }]);
    expect(uploaded).toHaveLength(1);
  });
});

describe("an upload", () => {
  it("whose answer was lost, or whose order is not known yet, is tried again until it is done", async () => {
    const { orderId } = await payment("paid");
    await handOver(orderId);
    const tooSoon = err({ kind: "shippingTooSoon", code: "10060001", detail: "" } as const);
    answers = [later("lost"), tooSoon, ok("alreadyShipped")];
    await work().uploadDue();
    expect(await work().uploadDue()).toBe(0);
    for (let turn = 0; turn < 3; turn++) {
      clock.advance(minute);
      await work().uploadDue();
    }
    expect(uploaded).toHaveLength(3);
    expect(new Set(uploaded.map((one) => one.at)).size).toBe(1);
    expect([...(await rows())]).toMatchObject([{ state: "done", tried: 3 }]);
    expect(raised).toEqual([]);
  });

  it("that is refused, or whose payer nobody knows, is over and raises the alarm", async () => {
    await handOver((await payment("paid")).orderId);
    answers = [err({ kind: "shippingRefused", code: "10060031", detail: "" })];
    await work().uploadDue();
    expect([...(await rows())]).toMatchObject([{ state: "refused", code: "10060031" }]);
    payer = null;
    await handOver((await payment("paid")).orderId);
    await work().uploadDue();
    expect((await rows()).map((row) => row.code)).toContain("PAYER_UNKNOWN");
    expect(raised).toEqual(["shippingRefused", "shippingRefused"]);
  });

  it("is not tried while the interface is given a rest, and one is after it", async () => {
    for (let n = 0; n < 30; n += 1) await handOver((await payment("paid")).orderId);
    answers = Array.from({ length: 30 }, () => later("unknown"));
    await work().uploadDue();
    expect(uploaded).toHaveLength(shippingRules.minCalls);
    clock.advance(shippingRules.restMs - 1);
    expect(await work().uploadDue()).toBe(0);
    clock.advance(1);
    expect(await work().uploadDue()).toBe(1);
    answers = [];
    clock.advance(shippingRules.restMs);
    await work().uploadDue();
    clock.advance(minute);
    await work().uploadDue();
    expect(new Set((await rows()).map(({ state }) => state))).toEqual(new Set(["done"]));
    expect(raised).toEqual([]);
  });

  it("is well answered by a platform that does not know the order yet", async () => {
    for (let n = 0; n < 30; n += 1) await handOver((await payment("paid")).orderId);
    answers = Array.from({ length: 30 }, () =>
      err({ kind: "shippingTooSoon", code: "10060001", detail: "" } as const),
    );
    expect(await work().uploadDue()).toBe(30);
    expect(guard.health().state).toBe("closed");
  });

  it("that waits for a day is reported once", async () => {
    await handOver((await payment("paid")).orderId);
    answers = Array.from({ length: 60 }, () => later("unknown"));
    for (let hours = 0; hours < 40; hours++) {
      await work().uploadDue();
      clock.advance(hour);
    }
    expect(raised).toEqual(["shippingLate"]);
  });
});
