import { chinaDay, chinaMidnight, day, fen, hour, minute, type PaymentId } from "@sanqi/kernel";
import { until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consoleCookie } from "./callers.ts";
import { pay, place } from "./lunch.ts";
import { type Channel, faults, moneyOf, press } from "./money.ts";
import { send } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";

type Planted = { channel: Channel; kind: string; number: string };
type Case = {
  differenceId: string;
  channel: string;
  kind: string;
  subject: string;
  number: string;
  state: string;
  fix: { action: string; runnable: boolean };
};
type Run = {
  channel: string;
  state: string;
  problem: string | null;
  payments: number;
  feeFen: number;
  openCount: number;
};

let stage: Stage;
let cookie: string;
let lunchDay: string;

/** One call of the console, as its browser makes it. */
async function desk<T>(path: string, input: unknown, method: "query" | "mutation" = "query"): Promise<T> {
  const url = `${stage.url}/trpc/console.${path}`;
  const answer = await (method === "mutation"
    ? send(url, { cookie, body: input })
    : send(`${url}?input=${encodeURIComponent(JSON.stringify(input))}`, { cookie }));
  if (answer.error) throw new Error(answer.error.code);
  return (JSON.parse(answer.text) as { result: { data: T } }).result.data;
}
const reconcile = (of = lunchDay) => desk<Run[]>("reconcile", { day: of, channel: null }, "mutation");
const openCases = () => desk<Case[]>("differences", { open: true, limit: 500 });
const plant = async (channel: Channel, body: object) =>
  (await stage.phone<{ planted: Planted[] }>(`/admin/bills/${channel}/${lunchDay}/plant`, body)).planted;
const unplant = () => stage.phone("/admin/bills/unplant", {});
const nameOf = (one: { channel: string; kind: string; subject?: string; number: string }) =>
  `${one.channel} ${one.kind}${one.subject ? `/${one.subject}` : ""} ${one.number}`;

/** Ten lunches a channel: some stay paid, some get a part back, some everything. */
async function lunchFor(student: Person, at: number): Promise<void> {
  const { money, app } = stage.product.parts;
  for (let i = 0; i < 5; i += 1) {
    const { orderId } = await place(stage, student);
    const paymentId = (await pay(stage, student, orderId)) as PaymentId;
    await student.api.payments.confirm.mutate({ paymentId });
    await stage.product.idle();
    if ((i + at) % 2 === 1) continue;
    const amountFen = i === 0 ? null : fen(100 + i);
    await money.requestRefund({
      campusId: stage.ids.campusId,
      paymentId,
      key: `test-${i}`,
      amountFen,
      reason: "少了一份",
      traceId: "t".repeat(32),
    });
    await until(
      async () => {
        await stage.product.idle();
        await money.askDue("t".repeat(32));
        const { refunds } = await app.payments.ofOrder(stage.ids.campusId, orderId);
        if (refunds.some((refund) => refund.state !== "succeeded")) stage.clock.advance(20_000);
        return refunds;
      },
      (refunds) => refunds.length > 0 && refunds.every((refund) => refund.state === "succeeded"),
    );
  }
}

beforeAll(async () => {
  stage = await setStage();
  ({ cookie } = await consoleCookie(stage));
  // Away from midnight: what waits for the next day's bill is a test of its own.
  const now = stage.clock.now();
  stage.clock.advance(chinaMidnight(now) + day + 11 * hour - now);
  lunchDay = chinaDay(stage.clock.now());
  ({ cookie } = await consoleCookie(stage));
  await faults(stage, { wechatRefundMs: 0, wechatRefundSpacing: false });
  for (const [host, names] of [
    ["weapp", ["lin", "wang"]],
    ["alipay", ["chen", "sun"]],
  ] as const)
    for (const [index, name] of names.entries()) await lunchFor(await stage.as(host, name), index);
  const morning = chinaMidnight(stage.clock.now()) + day + 10 * hour + 6 * minute;
  stage.clock.advance(morning - stage.clock.now());
  ({ cookie } = await consoleCookie(stage));
}, 120_000);
afterAll(() => stage?.close());

describe("the morning after a lunch", () => {
  it("finds no difference in true bills, and posts what the platforms kept", async () => {
    const runs = await reconcile();
    expect(runs.map((run) => [run.channel, run.state, run.payments, run.openCount])).toEqual([
      ["wechatPay", "compared", 10, 0],
      ["alipay", "compared", 10, 0],
    ]);
    expect(await openCases()).toEqual([]);
    const fees = await stage.sql<{ feeFen: number }[]>`
      select sum(amount_fen)::bigint as fee_fen from entry where account like 'fees:%' group by account order by account`;
    expect(fees.map((row) => row.feeFen).sort()).toEqual(runs.map((run) => run.feeFen).sort());
  });

  it("finds every planted difference and no other, the same cases again, and lets them go", async () => {
    const planted = [...(await plant("wechatPay", { seed: 1 })), ...(await plant("alipay", { seed: 2 }))];
    expect(planted).toHaveLength(18);
    await reconcile();
    const cases = await openCases();
    expect(cases.map(nameOf).sort()).toEqual(planted.map(nameOf).sort());
    await reconcile();
    const again = await openCases();
    expect(again.map((one) => one.differenceId).sort()).toEqual(cases.map((one) => one.differenceId).sort());
    await unplant();
    await reconcile();
    expect(await openCases()).toEqual([]);
  });

  it("takes a payment that nobody told us of, by its proposed fix", async () => {
    const student = await stage.as("weapp", "qian");
    const { orderId } = await place(stage, student);
    const { paymentId } = await student.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() });
    await press(stage, "wechatPay", paymentId, "never-notify");
    await press(stage, "wechatPay", paymentId, "pay");
    // The books forget that they wanted to ask: what is left is the bill.
    await stage.sql`update payment set state = 'closed', ask_at = null where payment_id = ${paymentId}`;
    const paidOn = chinaDay(stage.clock.now());
    stage.clock.advance(day);
    ({ cookie } = await consoleCookie(stage));
    await reconcile(paidOn);
    const [found] = await openCases();
    expect(found).toMatchObject({
      kind: "otherState",
      number: paymentId,
      fix: { action: "askPlatform", runnable: true },
    });
    const after = await desk<Case>(
      "resolveDifference",
      { differenceId: found?.differenceId, as: "run" },
      "mutation",
    );
    expect(after.state).toBe("gone");
    expect((await moneyOf(stage, orderId)).payments[0]?.transactionId).not.toBeNull();
    expect(await openCases()).toEqual([]);
  });

  it("keeps a case that an operator has explained closed", async () => {
    const [one] = await plant("alipay", { seed: 5, kinds: ["missingHere/payment"] });
    await reconcile();
    const [found] = await openCases();
    expect(found?.number).toBe(one?.number);
    const close = { differenceId: found?.differenceId, as: "explain", reason: "食堂窗口收款" };
    expect(await desk<Case>("resolveDifference", close, "mutation")).toMatchObject({ state: "explained" });
    await expect(desk("resolveDifference", close, "mutation")).rejects.toThrow("DIFFERENCE_CLOSED");
    await reconcile();
    expect(await openCases()).toEqual([]);
    await unplant();
  });
});

describe("a bill that cannot be had", () => {
  const alipayOf = (runs: Run[]) => runs.find((run) => run.channel === "alipay");
  const other = () => chinaDay(stage.clock.now() - day);
  it.each([
    ["because the platform is down", { alipayDown: true }, "billUnavailable"],
    ["because it was cut off", { billBroken: "truncated" }, "billCorrupt"],
    ["because its totals are wrong", { billBroken: "totals" }, "billCorrupt"],
  ])("%s is said, and had later", async (_why, broken, problem) => {
    await plant("alipay", { seed: 9, kinds: ["missingHere/payment"] });
    await stage.sql`delete from bill_line where day = ${lunchDay}`;
    await stage.sql`delete from bill_run where day = ${lunchDay}`;
    await faults(stage, broken);
    expect(alipayOf(await reconcile())).toMatchObject({ state: "waiting", problem });
    expect((await openCases()).filter((one) => one.channel === "alipay")).toEqual([]);
    await faults(stage, { alipayDown: false, billBroken: "no" });
    stage.clock.advance(hour + minute);
    await stage.product.parts.reconciliationWork.readDueBills(stage.ids.campusId, "t".repeat(32));
    const runs = await desk<(Run & { day: string })[]>("billRuns", { limit: 50 });
    expect(alipayOf(runs.filter((run) => run.day === lunchDay))).toMatchObject({
      state: "compared",
      problem: null,
    });
    await unplant();
    await reconcile();
  });

  it("is refused for a day that is not over", async () => {
    expect(other()).not.toBe(lunchDay);
    await expect(reconcile(chinaDay(stage.clock.now()))).rejects.toThrow("BILL_DAY_NOT_OVER");
  });
});

describe("our own books", () => {
  it("agree with each other after all this, until somebody changes one", async () => {
    const { reconciliationWork } = stage.product.parts;
    const check = () => reconciliationWork.checkOwnBooks(stage.ids.campusId, "t".repeat(32));
    // Food that was cooked and never delivered does not go back to the shelf: no drift either.
    const student = await stage.as("weapp", "lin");
    const cook = await stage.as("weapp", "chef-tinglan");
    const { orderId } = await place(stage, student);
    await student.api.payments.confirm.mutate({ paymentId: await pay(stage, student, orderId) });
    await stage.product.idle();
    await cook.api.merchant.accept.mutate({ orderId });
    await cook.api.merchant.ready.mutate({ orderId });
    ({ cookie } = await consoleCookie(stage));
    await desk("cancelOrder", { orderId, reason: "骑手临时有事" }, "mutation");
    await stage.product.idle();
    expect(await check(), JSON.stringify(await openCases())).toBe(0);
    await stage.sql`update dish_stock set left_count = left_count - 1 where (campus_id, dish_id, day) in (
      select campus_id, dish_id, day from dish_stock order by day desc, dish_id limit 1)`;
    expect(await check()).toBe(1);
    expect(await openCases()).toMatchObject([
      { kind: "drift", subject: "stock", fix: { action: "recountStock", runnable: false } },
    ]);
    // An order that forgot that it was paid, and a payment of which the ledger has twice as much.
    await stage.sql`update orders set payment = 'unpaid' where order_id = (
      select order_id from payment where state = 'refunded' order by order_id limit 1)`;
    await stage.sql`alter table entry disable trigger user`;
    await stage.sql`update entry set amount_fen = amount_fen * 2 where posting_id = (
      select posting_id from posting where kind = 'payment' order by position limit 1)`;
    expect(await check()).toBe(3);
    const subjects = (await openCases()).map((one) => one.subject).sort();
    expect(subjects).toEqual(["ledger", "order", "stock"]);
  });
});
