import { until } from "@sanqi/testkit";
import { expect } from "vitest";
import type { Stage } from "./stage.ts";

export type Channel = "wechatPay" | "alipay";
export const channelOf = (host: string): Channel => (host === "weapp" ? "wechatPay" : "alipay");
type Action = "pay" | "fail" | "notify" | "notify-twice" | "notify-late" | "never-notify";
type AtPlatform = {
  outTradeNo: string;
  state: string;
  amountFen: number;
  refundedFen: number;
  paidAt: number | null;
  notify: { attempts: number; acknowledgedAt: number | null; lastAnswer: string | null };
};

export const faults = (stage: Stage, change: Record<string, unknown>) =>
  stage.phone("/admin/faults", change, "PUT");

/** What the sandbox's page does with one payment. */
export const press = (stage: Stage, channel: Channel, paymentId: string, action: Action, body: object = {}) =>
  stage.phone<AtPlatform>(`/admin/payments/${channel}/${paymentId}/${action}`, body);

export async function atPlatform(stage: Stage, paymentId: string): Promise<AtPlatform | undefined> {
  const { payments } = (await stage.payments()) as unknown as { payments: AtPlatform[] };
  return payments.find((p) => p.outTradeNo === paymentId);
}

export const moneyOf = (stage: Stage, orderId: string) =>
  stage.product.parts.app.payments.ofOrder(stage.ids.campusId, orderId as never);

/** Lets time pass, event by event, until the order's money is where `done` wants it. */
export async function untilMoney(
  stage: Stage,
  orderId: string,
  done: (money: Awaited<ReturnType<typeof moneyOf>>) => boolean,
) {
  const money = await until(
    async () => {
      await stage.product.parts.money.askDue(`${"0".repeat(31)}1`);
      await stage.product.idle();
      const money = await moneyOf(stage, orderId);
      if (!done(money)) stage.clock.advance(20_000);
      return money;
    },
    done,
    30_000,
  );
  // The order learns of its money from an event, a moment later.
  await stage.product.idle();
  return money;
}

export const refundedInFull = ({ payments, refunds }: Awaited<ReturnType<typeof moneyOf>>): boolean =>
  payments.some((p) => p.state === "refunded") &&
  payments.every((p) => p.state === "refunded" || p.state === "closed") &&
  refunds.filter((r) => r.state === "succeeded").length === 1 &&
  refunds.every((r) => r.state === "succeeded" || r.state === "failed");

export async function eventsOf(stage: Stage, orderId: string, type: string): Promise<number> {
  const rows = await stage.sql`select 1 from outbox where key = ${orderId} and type = ${type}`;
  return rows.count;
}

/** How often an operator was alarmed, by kind. */
export async function alarms(stage: Stage, kind: string): Promise<number> {
  const text = await (await fetch(`${stage.url}/metrics`)).text();
  return Number(new RegExp(`^sanqi_alarms_total\\{kind="${kind}"\\} (\\d+)`, "m").exec(text)?.[1] ?? 0);
}

/** After whatever happened: each paid order has one payment, and no refund is above it, here and at the platforms. */
export async function booksAreSound(stage: Stage): Promise<void> {
  // A payment is known before its order has heard of it.
  await stage.product.idle();
  const wrong = await stage.sql`
    select o.order_id, o.payment, p.paid, p.back, p.refunded from orders o cross join lateral (
      select count(*) filter (where state in ('paid', 'refunding', 'partlyRefunded'))::int as paid, count(*) filter (where state = 'refunded')::int as back,
        (select coalesce(sum(r.amount_fen), 0) from refund r where r.campus_id = o.campus_id and r.order_id = o.order_id
          and r.state <> 'failed') as refunded,
        coalesce(sum(amount_fen) filter (where state in ('paid', 'refunding', 'partlyRefunded', 'refunded')), 0) as taken
      from payment where campus_id = o.campus_id and order_id = o.order_id) p
    where exists (select 1 from payment x where x.campus_id = o.campus_id and x.order_id = o.order_id)
      and (p.refunded > p.taken or (o.payment = 'paid' and p.paid <> 1) or (o.payment in ('unpaid', 'closed') and p.paid + p.back > 0)
        or (o.payment = 'refunded' and (p.paid <> 0 or p.back = 0)))`;
  expect([...wrong]).toEqual([]);
  const { payments } = (await stage.payments()) as unknown as { payments: AtPlatform[] };
  expect(payments.filter((p) => p.refundedFen > p.amountFen)).toEqual([]);
  const ours = await stage.sql<
    { paymentId: string; state: string; refundedFen: number }[]
  >`select payment_id, state, refunded_fen from payment`;
  for (const { paymentId, state, refundedFen } of ours) {
    const there = payments.find((p) => p.outTradeNo === paymentId);
    if (state === "paid")
      expect([paymentId, there?.paidAt !== null, there?.refundedFen]).toEqual([paymentId, true, 0]);
    if (state === "partlyRefunded") expect([paymentId, there?.refundedFen]).toEqual([paymentId, refundedFen]);
    if (state === "refunded") expect([paymentId, there?.refundedFen]).toEqual([paymentId, there?.amountFen]);
    if (state === "closed") expect([paymentId, there?.paidAt ?? null]).toEqual([paymentId, null]);
  }
}
