import { createIds, fen, hour, manualClock, minute, ok, type Result, type ShopId, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Payment } from "../domain/index.ts";
import {
  createSharing,
  type GatewayError,
  type GatewayRefund,
  type Gateways,
  type PaymentGateway,
  type PaymentStore,
  type PrepareRequest,
  planningShares,
  type RefundRequest,
  type SharingDeps,
  type SharingGateway,
  sharingGateways,
} from "../use-cases/index.ts";
import { createPaymentStore, createSharingStore, paymentMigrations } from "./index.ts";

const clock = manualClock(1_763_800_000_000);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
const campusId = toId("campus", "cmp_00000000000000000001");
const shopId: ShopId = ids.next("shop");
const operator = { campusId, accountId: ids.next("account"), traceId: "t" };
const lost: Result<never, GatewayError> = { ok: false, error: { kind: "gatewayUnknown", detail: "lost" } };
const refused = (code: string): Result<never, GatewayError> => ({
  ok: false,
  error: { kind: "gatewayRefused", code, detail: "" },
});

let db: TestDatabase;
let payments: PaymentStore;
let deps: SharingDeps;
let sharing: ReturnType<typeof createSharing>;
let gateways: Gateways;
const owed = { merchantFen: fen(1_700), riderFen: fen(300) };
let booked = true;
const afterSaleMs = 48 * hour;
const afterSale: { handedOverAt: number | null; caseOpen: boolean } = { handedOverAt: null, caseOpen: false };
const calls: string[] = [];
const raised: string[] = [];
const prepared: PrepareRequest[] = [];
const refunded: RefundRequest[] = [];
/** What the platform answers; each test changes what it is about. */
const platform: Pick<SharingGateway, "share" | "query" | "unfreeze"> & {
  returnShare: NonNullable<SharingGateway["returnShare"]>;
  refund: (request: RefundRequest) => Promise<Result<GatewayRefund, GatewayError>>;
} = {} as never;

const gateway = (withRefund: boolean): SharingGateway => ({
  addReceiver: async () => ok("known"),
  share: (request) => counted("share", platform.share(request)),
  query: (request) => counted("query", platform.query(request)),
  unfreeze: (which) => counted("unfreeze", platform.unfreeze(which)),
  returnShare: withRefund ? null : (back) => counted("return", platform.returnShare(back)),
});
function counted<T>(name: string, work: T): T {
  calls.push(name);
  return work;
}
const paying = (channel: "wechatPay" | "alipay"): PaymentGateway =>
  ({
    channel,
    async prepare(request: PrepareRequest) {
      prepared.push(request);
      return lost;
    },
    async refund(request: RefundRequest) {
      refunded.push(request);
      return counted("refund", platform.refund(request));
    },
    queryRefund: async () => ok(null),
  }) as unknown as PaymentGateway;

beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...paymentMigrations]);
  deps = {
    store: createSharingStore(db.sql, ids, () => {}),
    gateways: { wechatPay: gateway(false), alipay: gateway(true) },
    orders: {
      shopOf: async () => shopId,
      afterSale: async () => afterSale,
      owed: async () => (booked ? owed : null),
    },
    clock,
    alarms: { raise: (kind) => raised.push(kind) },
    afterSaleMs,
    maxPercent: 30,
    newTraceId: () => "t",
  };
  sharing = createSharing(deps);
  payments = planningShares(
    createPaymentStore(db.sql, ids, () => {}),
    sharing,
  );
  gateways = sharingGateways({ wechatPay: paying("wechatPay"), alipay: paying("alipay") }, deps);
});
afterAll(() => db?.drop());
beforeEach(async () => {
  for (const list of [calls, raised, prepared, refunded]) list.length = 0;
  Object.assign(platform, {
    share: async ({ parts }: { parts: readonly { account: string; amount: number }[] }) =>
      ok(parts.map((p) => ({ account: p.account, amountFen: p.amount, result: "success", failure: null }))),
    query: async () => lost,
    unfreeze: async () => ok("free"),
    returnShare: async () => ok("returned"),
    refund: async ({ refundId, amount }: RefundRequest) => ok({ refundId, amount, state: "succeeded" }),
  });
  Object.assign(afterSale, { handedOverAt: null, caseOpen: false });
  await db.sql`delete from share_receiver`;
  await db.sql`update share set ask_at = null`;
});

const receive = (channel: "wechatPay" | "alipay" = "wechatPay", active = true) =>
  sharing.saveShareReceiver(operator, {
    shopId,
    channel,
    party: "merchant",
    kind: channel === "wechatPay" ? "merchant" : "userId",
    account: channel === "wechatPay" ? "1900000101" : "2088000000000101",
    name: "一食堂有限公司",
    active,
  });

async function open(channel: "wechatPay" | "alipay" = "wechatPay"): Promise<Payment> {
  const wanted = {
    campusId,
    orderId: ids.next("order"),
    accountId: ids.next("account"),
    host: channel === "wechatPay" ? "weapp" : "alipay",
    paymentId: ids.next("payment"),
    channel,
    amountFen: fen(2_000),
    state: "prepared",
    transactionId: null,
    expiresAt: clock.now() + 900_000,
    createdAt: clock.now(),
    paidAt: null,
    refundedFen: fen(0),
  } as const satisfies Payment;
  const opened = await payments.open(wanted, crypto.randomUUID());
  if (opened.kind !== "opened") throw new Error(opened.kind);
  return opened.payment;
}

async function paid(channel: "wechatPay" | "alipay" = "wechatPay"): Promise<Payment> {
  const payment = await open(channel);
  const { paymentId, amountFen: amount } = payment;
  const now = clock.now();
  const answer = {
    paymentId,
    state: "paid",
    transactionId: "42",
    amount,
    currency: "CNY",
    paidAt: now,
  } as const;
  await payments.settle({ campusId, answer, now, askAt: null, traceId: "t" });
  clock.advance(minute);
  return payment;
}

const plan = (payment: Payment) => sharing.shareAfterSale({ campusId, orderId: payment.orderId });
/** Completed, and nobody may complain any more: its share is divided, but not sent yet. */
async function complete(payment: Payment): Promise<void> {
  await plan(payment);
  clock.advance(afterSaleMs);
  await sharing.askDueShares("t");
}
/** Lets due work run until nothing is due within the minute. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    await sharing.askDueShares("t");
    clock.advance(1);
  }
}
async function refundOf(payment: Payment, amount: number) {
  const { paymentId } = payment;
  const refundId = ids.next("refund");
  const request = { campusId, paymentId, refundId, reason: "少了一份", now: clock.now(), traceId: "t" };
  const asked = await payments.requestRefund({ ...request, key: refundId, amountFen: fen(amount) });
  expect(asked.ok).toBe(true);
  const send = () =>
    gateways[payment.channel].refund({
      refundId,
      paymentId,
      amount: fen(amount),
      total: payment.amountFen,
      reason: "少了一份",
      notifyUrl: "http://127.0.0.1:9/x",
    });
  return { refundId, send };
}
const stateOf = async ({ paymentId }: Payment) =>
  (
    await db.sql<
      { state: string; rest: string }[]
    >`select state, rest from share where payment_id = ${paymentId}`
  )[0];
const partsOf = async ({ paymentId }: Payment) => [
  ...(await db.sql`select party, amount_fen, result from share_part where payment_id = ${paymentId} order by party`),
];
const told = async ({ orderId }: Payment) => [
  ...(await db.sql`select type, payload from outbox where key = ${orderId} and type like 'share.%' order by position`),
];

describe("without a receiver", () => {
  it("nothing is planned, frozen or shared", async () => {
    const payment = await paid();
    await gateways.wechatPay.prepare({ paymentId: payment.paymentId } as PrepareRequest);
    expect(prepared).toEqual([{ paymentId: payment.paymentId }]);
    await complete(payment);
    await settled();
    expect(await stateOf(payment)).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it("of this shop or platform, or with a switched-off one, neither", async () => {
    await receive("alipay");
    await receive("wechatPay", false);
    expect(await stateOf(await open())).toBeUndefined();
  });
});

describe("a receiver", () => {
  it("is shown to the console without the name that the platform was told", async () => {
    await receive();
    expect(await sharing.shareReceivers(campusId)).toEqual([
      expect.objectContaining({ account: "1900000101", maskedName: "一***", active: true }),
    ]);
    expect(JSON.stringify(await sharing.shareReceivers(campusId))).not.toContain("食堂");
  });

  it("that the platform refuses is not kept", async () => {
    const refusing = createSharing({
      ...deps,
      gateways: {
        ...deps.gateways,
        wechatPay: { ...gateway(false), addReceiver: async () => refused("PARAM_ERROR") },
      },
    });
    const receiver = { shopId, channel: "wechatPay", party: "merchant", kind: "merchant" } as const;
    const saved = await refusing.saveShareReceiver(operator, {
      ...receiver,
      account: "19",
      name: "x",
      active: true,
    });
    expect(saved).toEqual({ ok: false, error: { kind: "platformRefused", code: "PARAM_ERROR" } });
    expect(await sharing.shareReceivers(campusId)).toEqual([]);
  });
});

describe("a payment that is shared", () => {
  it("is prepared so, also when the receiver is switched off before it is prepared again", async () => {
    await receive();
    const { paymentId } = await open();
    await receive("wechatPay", false);
    await gateways.wechatPay.prepare({ paymentId } as PrepareRequest);
    expect(prepared).toEqual([{ paymentId, sharing: true }]);
  });

  it("goes from completed to shared to free, once, however often it is told and asked", async () => {
    await receive();
    const payment = await paid();
    await Promise.all([plan(payment), plan(payment), plan(payment)]);
    clock.advance(afterSaleMs);
    await Promise.all([sharing.askDueShares("t"), sharing.askDueShares("t"), sharing.askDueShares("t")]);
    expect(await stateOf(payment)).toEqual({ state: "requested", rest: "frozen" });
    await settled();
    await complete(payment);
    await settled();
    expect(await stateOf(payment)).toEqual({ state: "finished", rest: "free" });
    expect(await partsOf(payment)).toEqual([{ party: "merchant", amountFen: 600, result: "success" }]);
    expect(calls).toEqual(["share", "unfreeze"]);
    expect(await told(payment)).toEqual([
      {
        type: "share.finished",
        payload: expect.objectContaining({ parts: [{ party: "merchant", amountFen: 600 }] }),
      },
    ]);
  });

  it("waits until the ledger knows what of it belongs to whom", async () => {
    await receive();
    const payment = await paid();
    booked = false;
    await complete(payment);
    expect(await stateOf(payment)).toMatchObject({ state: "planned" });
    booked = true;
    clock.advance(minute);
    await settled();
    expect(await stateOf(payment)).toEqual({ state: "finished", rest: "free" });
  });

  it("waits until nobody can complain about the lunch any more, also across a restart", async () => {
    await receive();
    const payment = await paid();
    afterSale.handedOverAt = clock.now() - hour;
    await plan(payment);
    await settled();
    clock.advance(afterSaleMs - hour - 100);
    sharing = createSharing(deps);
    await settled();
    expect([await stateOf(payment), calls]).toEqual([{ state: "planned", rest: "frozen" }, []]);
    clock.advance(100);
    await settled();
    expect(await stateOf(payment)).toEqual({ state: "finished", rest: "free" });
  });

  it("waits while an after-sale case is open, and is told to go as often as it likes", async () => {
    await receive();
    const payment = await paid();
    afterSale.caseOpen = true;
    await complete(payment);
    for (let turn = 0; turn < 5; turn++) {
      await plan(payment);
      clock.advance(hour);
      await settled();
    }
    expect([await stateOf(payment), calls]).toEqual([{ state: "planned", rest: "frozen" }, []]);
    afterSale.caseOpen = false;
    clock.advance(10 * minute);
    await settled();
    expect(await stateOf(payment)).toEqual({ state: "finished", rest: "free" });
  });

  it("that nobody has paid has no turn", async () => {
    await receive();
    await plan(await open());
    clock.advance(2 * afterSaleMs);
    expect(await sharing.askDueShares("t")).toBe(0);
  });

  it("is not asked for within a minute of the payment", async () => {
    await receive();
    const payment = await paid();
    const whenDivided = clock.now() + afterSaleMs;
    await db.sql`update payment set paid_at = ${whenDivided} where payment_id = ${payment.paymentId}`;
    await complete(payment);
    expect(await sharing.askDueShares("t")).toBe(0);
    clock.advance(minute);
    expect(await sharing.askDueShares("t")).toBe(1);
  });

  it("whose answer was lost is sent again, and asked about while it is processing", async () => {
    await receive();
    const payment = await paid();
    await complete(payment);
    const answer = platform.share;
    platform.share = async () => lost;
    await sharing.askDueShares("t");
    expect(await stateOf(payment)).toMatchObject({ state: "requested" });
    clock.advance(minute);
    platform.share = async (request) => {
      const told = await answer(request);
      return told.ok ? ok(told.value.map((p) => ({ ...p, result: "pending" as const }))) : told;
    };
    await sharing.askDueShares("t");
    expect(await stateOf(payment)).toMatchObject({ state: "processing" });
    platform.query = answer;
    clock.advance(10 * minute);
    await settled();
    expect(await stateOf(payment)).toEqual({ state: "finished", rest: "free" });
    expect(calls).toEqual(["share", "share", "query", "unfreeze"]);
  });

  it("that nobody received raises the alarm, and its rest is given free", async () => {
    await receive();
    const payment = await paid();
    await complete(payment);
    platform.share = async ({ parts }) =>
      ok(
        parts.map((p) => ({
          account: p.account,
          amountFen: p.amount,
          result: "closed",
          failure: "NO_RELATION",
        })),
      );
    await settled();
    expect(await stateOf(payment)).toEqual({ state: "failed", rest: "free" });
    expect(raised).toEqual(["shareFailed"]);
    expect((await told(payment)).map((e) => e.type)).toEqual(["share.failed"]);
  });

  it("that the platform refuses outright has failed likewise", async () => {
    await receive();
    const payment = await paid();
    await complete(payment);
    platform.share = async () => refused("NOT_ENOUGH");
    platform.query = async () => ok(null);
    await settled();
    expect(await stateOf(payment)).toEqual({ state: "failed", rest: "free" });
  });

  it("is never taken for failed while an earlier call may have been carried out", async () => {
    await receive();
    const payment = await paid();
    await complete(payment);
    const answer = platform.share;
    platform.share = async () => lost;
    await sharing.askDueShares("t");
    platform.share = async () => refused("SIGN_ERROR");
    for (const query of [async () => refused("SIGN_ERROR"), async () => lost]) {
      platform.query = query;
      clock.advance(10 * minute);
      await sharing.askDueShares("t");
      expect(await stateOf(payment)).toMatchObject({ state: "requested" });
    }
    platform.query = answer;
    clock.advance(10 * minute);
    await settled();
    expect(await stateOf(payment)).toEqual({ state: "finished", rest: "free" });
    expect(raised).toEqual([]);
  });

  it("with another amount than ours is not believed", async () => {
    await receive();
    const payment = await paid();
    await complete(payment);
    platform.share = async ({ parts }) =>
      ok(parts.map((p) => ({ account: p.account, amountFen: fen(1), result: "success", failure: null })));
    await sharing.askDueShares("t");
    expect(raised).toEqual(["shareMismatch"]);
    expect(await stateOf(payment)).toMatchObject({ state: "requested" });
    expect(await told(payment)).toEqual([]);
  });

  it("shares of what was refunded before are smaller, and of nothing there are none", async () => {
    await receive();
    const half = await paid();
    await refundOf(half, 1_500);
    const whole = await paid();
    await refundOf(whole, 2_000);
    await complete(half);
    expect(await partsOf(half)).toEqual([{ party: "merchant", amountFen: 500, result: "pending" }]);
    await complete(whole);
    expect(await stateOf(whole)).toEqual({ state: "finished", rest: "free" });
    await settled();
  });
});

describe("a refund", () => {
  const shared = async (channel: "wechatPay" | "alipay" = "wechatPay") => {
    await receive(channel);
    const payment = await paid(channel);
    await complete(payment);
    await settled();
    calls.length = 0;
    return payment;
  };

  it("before anything was shared goes its way", async () => {
    await receive();
    const { send } = await refundOf(await paid(), 2_000);
    expect((await send()).ok).toBe(true);
    expect(calls).toEqual(["refund"]);
  });

  it("waits while a share is under way", async () => {
    await receive();
    const payment = await paid();
    await complete(payment);
    const { send } = await refundOf(payment, 2_000);
    await expect(send()).rejects.toThrow("waits");
    expect(calls).toEqual([]);
    await settled();
    expect((await send()).ok).toBe(true);
    expect(calls).toEqual(["share", "unfreeze", "return", "refund"]);
    expect(await stateOf(payment)).toMatchObject({ state: "returned" });
  });

  it("takes its portion of the share back first, once, whatever is lost on the way", async () => {
    const payment = await shared();
    const { send, refundId } = await refundOf(payment, 500);
    platform.returnShare = async () => lost;
    expect(await send()).toEqual(lost);
    expect(calls).toEqual(["return"]);
    platform.returnShare = async ({ amount }) => {
      expect(amount).toBe(150);
      return ok("returned");
    };
    platform.refund = async () => lost;
    expect(await send()).toEqual(lost);
    platform.refund = async (request) => ok({ refundId, amount: request.amount, state: "succeeded" });
    expect((await send()).ok).toBe(true);
    expect(calls).toEqual(["return", "return", "refund", "refund"]);
    expect((await told(payment)).filter((e) => e.type === "share.returned")).toEqual([
      {
        type: "share.returned",
        payload: expect.objectContaining({ refundId, party: "merchant", amountFen: 150 }),
      },
    ]);
    expect(await stateOf(payment)).toMatchObject({ state: "finished" });
  });

  it("goes out all the same when a receiver cannot give back, with an alarm", async () => {
    const payment = await shared();
    platform.returnShare = async () => refused("ACCOUNT_ABNORMAL");
    const { send } = await refundOf(payment, 2_000);
    expect((await send()).ok).toBe(true);
    expect(raised).toEqual(["shareReturnFailed"]);
    expect(await stateOf(payment)).toMatchObject({ state: "finished" });
  });

  it("in Alipay carries what receivers give back", async () => {
    const payment = await shared("alipay");
    const { send } = await refundOf(payment, 2_000);
    await send();
    expect(refunded).toEqual([
      expect.objectContaining({ sharesBack: [{ kind: "userId", account: "2088000000000101", amount: 600 }] }),
    ]);
    expect(await stateOf(payment)).toMatchObject({ state: "returned" });
  });

  it("in Alipay goes out without them when a receiver has not agreed", async () => {
    const payment = await shared("alipay");
    platform.refund = async ({ refundId, amount, sharesBack }) =>
      sharesBack ? refused("ACQ.REFUNDALLOC_UNAUTH_LIMIT") : ok({ refundId, amount, state: "succeeded" });
    const { send } = await refundOf(payment, 2_000);
    expect((await send()).ok).toBe(true);
    expect(refunded.map((r) => r.sharesBack !== undefined)).toEqual([true, false]);
    expect(raised).toEqual(["shareReturnFailed"]);
    await send();
    expect(refunded.at(-1)?.sharesBack).toBeUndefined();
  });

  it("in Alipay that is refused and renewed takes the share back all the same", async () => {
    const payment = await shared("alipay");
    const { send, refundId } = await refundOf(payment, 2_000);
    platform.refund = async () => refused("ACQ.SELLER_BALANCE_NOT_ENOUGH");
    expect((await send()).ok).toBe(false);
    const moment = { campusId, refundId, now: clock.now(), traceId: "t" };
    await payments.failRefund({ ...moment, failure: "ACQ.SELLER_BALANCE_NOT_ENOUGH" });
    const renewal = { ...moment, newRefundId: ids.next("refund") };
    expect([await payments.renewRefund(renewal), await payments.renewRefund(renewal)]).toEqual([
      "noted",
      "renewed",
    ]);
    platform.refund = async ({ amount, refundId: id }) => ok({ refundId: id, amount, state: "succeeded" });
    const { paymentId } = payment;
    const again = { paymentId, amount: fen(2_000), total: fen(2_000), reason: "", notifyUrl: "" };
    await gateways.alipay.refund({ ...again, refundId: renewal.newRefundId });
    expect(refunded.map((r) => r.sharesBack?.[0]?.amount)).toEqual([600, 600]);
    expect((await told(payment)).filter((e) => e.type === "share.returned")).toEqual([
      {
        type: "share.returned",
        payload: expect.objectContaining({ refundId: renewal.newRefundId, amountFen: 600 }),
      },
    ]);
    expect(await stateOf(payment)).toMatchObject({ state: "returned" });
    expect(raised).toEqual([]);
  });

  it("of two parts at once never takes more back than was shared", async () => {
    const payment = await shared();
    const parts = [await refundOf(payment, 700), await refundOf(payment, 1_300)];
    await Promise.all(parts.map((one) => one.send()));
    const [row] = await db.sql<{ sum: number }[]>`
      select sum(amount_fen)::bigint as sum from share_return where payment_id = ${payment.paymentId}`;
    expect(row?.sum).toBe(600);
    expect(await stateOf(payment)).toMatchObject({ state: "returned" });
  });
});
