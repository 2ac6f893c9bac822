import { createIds, fen, hour, manualClock, ok, type PaymentId, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  createSharing,
  type Gateways,
  type PaymentGateway,
  type RefundRequest,
  type SharingDeps,
  type SharingGateway,
  sharingGateways,
} from "../use-cases/index.ts";
import { createSharingStore, paymentMigrations } from "./index.ts";

const clock = manualClock(1_763_800_000_000);
const ids = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes));
const campusId = toId("campus", "cmp_00000000000000000001");
const shopId = ids.next("shop");
const operator = { campusId, accountId: ids.next("account"), traceId: "t" };
const raised: string[] = [];
const calls: string[] = [];
/** It tells of another amount than ours, whatever it is asked. */
const misfit: SharingGateway["query"] = async ({ parts }) =>
  ok(parts.map(({ account }) => ({ account, amountFen: fen(1), result: "success", failure: null })));
const gateway: SharingGateway = {
  addReceiver: async () => ok("known"),
  share: misfit as SharingGateway["share"],
  query: misfit,
  unfreeze: async () => {
    calls.push("unfreeze");
    return ok("free");
  },
  returnShare: async () => {
    calls.push("return");
    return ok("returned");
  },
};

let db: TestDatabase;
let sharing: ReturnType<typeof createSharing>;
let refund: PaymentGateway["refund"];
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...paymentMigrations]);
  const deps: SharingDeps = {
    store: createSharingStore(db.sql, ids, () => {}),
    gateways: { wechatPay: gateway, alipay: gateway },
    orders: {
      shopOf: async () => shopId,
      afterSale: async () => ({ handedOverAt: 1, caseOpen: false }),
      owed: async () => ({ merchantFen: fen(1_700), riderFen: fen(300) }),
    },
    clock,
    alarms: { raise: (kind) => raised.push(kind) },
    afterSaleMs: 0,
    maxPercent: 30,
    newTraceId: () => "t",
  };
  sharing = createSharing(deps);
  const paying = {
    channel: "wechatPay",
    async refund({ refundId, amount }: RefundRequest) {
      calls.push("refund");
      return ok({ refundId, amount, state: "succeeded" });
    },
  } as unknown as PaymentGateway;
  refund = sharingGateways({ wechatPay: paying, alipay: paying } as Gateways, deps).wechatPay.refund;
});
afterAll(() => db?.drop());
beforeEach(() => {
  raised.length = 0;
  calls.length = 0;
});

const receiver = {
  shopId,
  channel: "wechatPay",
  party: "merchant",
  kind: "merchant",
  account: "1900000101",
  name: "一食堂有限公司",
  active: true,
} as const;

describe("where a shop's money goes", () => {
  it("changes with a trace: who, when, and from where to where", async () => {
    await sharing.saveShareReceiver(operator, receiver);
    clock.advance(1);
    const second = { ...operator, accountId: ids.next("account"), traceId: "u" };
    await sharing.saveShareReceiver(second, { ...receiver, account: "1900000202" });
    const changes = await db.sql`
      select by, at, trace_id, before, after from share_receiver_change where shop_id = ${shopId} order by position`;
    const now = clock.now();
    expect([...changes]).toEqual([
      {
        ...{ by: operator.accountId, at: now - 1, traceId: "t", before: null },
        after: expect.objectContaining({ account: "1900000101", active: true }),
      },
      {
        ...{ by: second.accountId, at: now, traceId: "u" },
        before: expect.objectContaining({ account: "1900000101" }),
        after: expect.objectContaining({ account: "1900000202" }),
      },
    ]);
    for (const change of ["delete from", "truncate"])
      await expect(db.sql.unsafe(`${change} share_receiver_change`)).rejects.toThrow(/never changed/);
  });

  it("is never one account for both parties, while both are active", async () => {
    const rider = { ...receiver, party: "rider", account: "1900000202" } as const;
    const taken = { ok: false, error: { kind: "shareAccountTaken" } };
    expect(await sharing.saveShareReceiver(operator, rider)).toEqual(taken);
    expect(await sharing.shareReceivers(campusId)).toHaveLength(1);
    expect(await sharing.saveShareReceiver(operator, { ...rider, active: false })).toMatchObject({
      ok: true,
    });
    expect(await sharing.saveShareReceiver(operator, rider)).toEqual(taken);
    await sharing.saveShareReceiver(operator, { ...receiver, active: false });
    const both = await Promise.all(
      [rider, { ...receiver, account: rider.account }].map((one) => sharing.saveShareReceiver(operator, one)),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    await sharing.saveShareReceiver(operator, { ...rider, active: false });
    expect(await sharing.saveShareReceiver(operator, receiver)).toMatchObject({ ok: true });
  });
});

/** A share of a payment to which the platform has answered nothing that fits, `asked` times. */
async function hanging(turns: number): Promise<PaymentId> {
  const [paymentId, orderId] = [ids.next("payment"), ids.next("order")];
  const now = clock.now();
  await db.sql`
    insert into payment (campus_id, payment_id, order_id, account_id, host, channel, amount_fen, state, transaction_id,
      expires_at, created_at, paid_at)
    values (${campusId}, ${paymentId}, ${orderId}, 'a', 'weapp', 'wechatPay', 2000, 'paid', '42', ${now}, ${now}, ${now})`;
  await db.sql`
    insert into share (campus_id, payment_id, order_id, state, planned_at, ask_at)
    values (${campusId}, ${paymentId}, ${orderId}, 'planned', ${now}, ${now})`;
  for (let turn = 0; turn <= turns; turn++) {
    await sharing.askDueShares("t");
    clock.advance(hour);
  }
  return paymentId;
}
const settle = (paymentId: PaymentId, outcome: "shared" | "notShared") =>
  sharing.settleShare(operator, { paymentId, outcome, words: "商户平台显示已到账" });
const isListed = async (paymentId: PaymentId) =>
  (await sharing.stuckShares(campusId)).some((share) => share.paymentId === paymentId);
const goBack = (paymentId: PaymentId) => {
  const amount = fen(2_000);
  const [reason, notifyUrl] = ["少了一份", "http://127.0.0.1:9/x"];
  return refund({ refundId: ids.next("refund"), paymentId, amount, total: amount, reason, notifyUrl });
};
const stateOf = async (paymentId: PaymentId) =>
  (
    await db.sql<
      { state: string; rest: string }[]
    >`select state, rest from share where payment_id = ${paymentId}`
  )[0];
const told = async (paymentId: PaymentId) =>
  (await db.sql`select type from outbox where payload->>'paymentId' = ${paymentId} order by position`).map(
    ({ type }) => type,
  );

describe("a share whose answer never fits", () => {
  it("raises an alarm and is settled by an operator, once, so that its refund goes out", async () => {
    const paymentId = await hanging(21);
    expect(raised.filter((kind) => kind === "shareStuck")).toHaveLength(1);
    await expect(goBack(paymentId)).rejects.toThrow("waits");
    expect(await isListed(paymentId)).toBe(true);
    expect(await settle(paymentId, "notShared")).toEqual({ ok: true, value: { state: "failed" } });
    expect(await settle(paymentId, "shared")).toEqual({ ok: false, error: { kind: "shareNotStuck" } });
    expect(await isListed(paymentId)).toBe(false);
    await sharing.askDueShares("t");
    expect(await stateOf(paymentId)).toEqual({ state: "failed", rest: "free" });
    expect(await told(paymentId)).toEqual(["share.failed"]);
    expect(await goBack(paymentId)).toMatchObject({ ok: true });
    expect(calls).toEqual(["unfreeze", "refund"]);
    const kept =
      await db.sql`select outcome, words, by, trace_id from share_settlement where payment_id = ${paymentId}`;
    expect([...kept]).toEqual([
      { outcome: "notShared", words: "商户平台显示已到账", by: operator.accountId, traceId: "t" },
    ]);
  });

  it("that the operator has seen arrive is told as shared", async () => {
    const paymentId = await hanging(21);
    expect(await settle(paymentId, "shared")).toEqual({ ok: true, value: { state: "finished" } });
    expect(await told(paymentId)).toEqual(["share.finished"]);
    await expect(db.sql`update share_settlement set words = 'x'`).rejects.toThrow(/never changed/);
  });

  it("is not settled by hand while the platform is still being asked, nor where there is none", async () => {
    const young = await hanging(3);
    expect(await isListed(young)).toBe(false);
    expect(await settle(young, "shared")).toEqual({ ok: false, error: { kind: "shareNotStuck" } });
    const error = { kind: "shareNotFound" };
    expect(await settle(ids.next("payment"), "shared")).toEqual({ ok: false, error });
  });
});
