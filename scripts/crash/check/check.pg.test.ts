import { inTransaction, type Tx } from "@sanqi/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { place, placeAndPay } from "../../../apps/bff/src/scenarios/lunch.ts";
import { refundedInFull, untilMoney } from "../../../apps/bff/src/scenarios/money.ts";
import { type Stage, setStage } from "../../../apps/bff/src/scenarios/stage.ts";
import { createMemory } from "../memory.ts";
import { judge, readSandbox } from "./check.ts";
import type { FindingKind, SandboxBooks } from "./evidence.ts";
import { whoActs } from "./who-acts.ts";

let stage: Stage;
let since: number;
let eaten: string;
let cancelled: string;
let waiting: string;
let paidFor: string;
const memory = createMemory();

beforeAll(async () => {
  stage = await setStage();
  since = stage.clock.now();
  const [lin, chen, cook, rider] = [
    await stage.as("weapp", "lin"),
    await stage.as("alipay", "chen"),
    await stage.as("weapp", "chef-tinglan"),
    await stage.as("weapp", "rider-zhou"),
  ];
  const { templates } = (await (await fetch(`${stage.url}/client-config.json`)).json()) as {
    templates: { weapp: string[] };
  };
  await stage.phone("/device/wechat/subscribe", {
    appId: stage.env.WECHAT_APP_ID,
    person: lin.key,
    tmplIds: templates.weapp,
  });
  await lin.api.notifications.grant.mutate({ templateIds: templates.weapp });
  const orderId = await placeAndPay(stage, lin);
  await cook.api.merchant.accept.mutate({ orderId });
  await rider.api.rider.claim.mutate({ orderId });
  await cook.api.merchant.ready.mutate({ orderId });
  await rider.api.rider.pickUp.mutate({ orderId });
  const { pickupCode } = await lin.api.orders.get.query({ orderId });
  await rider.api.rider.deliver.mutate({ orderId, code: pickupCode ?? "" });
  eaten = orderId;
  const second = await placeAndPay(stage, chen);
  await chen.api.orders.cancel.mutate({ orderId: second, reason: "" });
  await untilMoney(stage, second, refundedInFull);
  cancelled = second;
  waiting = (await place(stage, chen)).orderId;
  await stage.product.idle();
  const [paid] = await stage.sql<{ paidBy: string }[]>`select paid_by from orders where order_id = ${eaten}`;
  paidFor = paid?.paidBy ?? "";
  const rows = await stage.sql<
    { orderId: string; idempotencyKey: string; accountId: string; host: string; totalFen: number }[]
  >`select order_id, idempotency_key, account_id, host, total_fen from orders where placed_at >= ${since}`;
  for (const { idempotencyKey: key, ...row } of rows) {
    memory.asked(key);
    memory.answered({ ...row, key, person: row.host === "weapp" ? "lin" : "chen" } as never);
  }
  for (const person of ["lin", "chen"]) memory.met(person);
});
afterAll(() => stage?.close());

type Changed = {
  memory?: Partial<typeof memory>;
  sandbox?: (books: SandboxBooks) => Partial<SandboxBooks>;
  later?: number;
};
async function look({ memory: remembered, sandbox, later = 0 }: Changed = {}) {
  const books = await readSandbox(stage.sandbox.url);
  return judge({
    ...{ sql: stage.sql, campusId: stage.ids.campusId, since, now: stage.clock.now() + later },
    memory: { ...memory, ...remembered },
    sandbox: { ...books, ...sandbox?.(books) },
  });
}
const told = async (changed?: Changed) =>
  (await look(changed)).findings.map(({ kind, what }) => `${kind}: ${what}`);
const kinds = async (changed?: Changed): Promise<FindingKind[]> => [
  ...new Set((await look(changed)).findings.map(({ kind }) => kind)),
];
/** Plants something past the database's own guards, looks, and takes it back. */
async function planted<T>(
  plant: (tx: Tx) => Promise<unknown>,
  see: () => Promise<T>,
  undo: (tx: Tx) => Promise<unknown>,
) {
  const unguarded = (change: (tx: Tx) => Promise<unknown>) =>
    inTransaction(stage.sql, async (tx) => {
      await tx`set local session_replication_role = replica`;
      await change(tx);
    });
  await unguarded(plant);
  try {
    return await see();
  } finally {
    await unguarded(undo);
  }
}
const other = (id: string) => id.replace(/.$/, (end) => (end === "0" ? "1" : "0"));
const without = (orderId: string) => ({
  memory: { orders: new Map([...memory.orders].filter(([id]) => id !== orderId)) },
});

describe("a state in which everything is in order", () => {
  it("is found so", async () => {
    expect(await look()).toEqual({ findings: [], ambiguousMessages: 0 });
    expect(memory.orders.size).toBe(3);
  });
});

describe("lost orders", () => {
  it("an order that somebody was answered and that is not in the books", async () => {
    const [[orderId, known] = []] = memory.orders;
    const missing = other(orderId ?? "") as never;
    const orders = new Map([...memory.orders, [missing, { ...known, orderId: missing } as never]]);
    expect(await told({ memory: { orders } })).toEqual([
      expect.stringMatching(/^lost_orders: \w+ was answered/),
    ]);
  });

  it("a step that was seen and is gone, and money that somebody gave", async () => {
    const seen = (orderId: string, change: object) => ({
      memory: {
        orders: new Map([...memory.orders].map(([id, o]) => [id, id === orderId ? { ...o, ...change } : o])),
      },
    });
    expect(await told(seen(waiting, { stage: "delivered" }))).toEqual([
      expect.stringContaining("was seen delivered"),
    ]);
    expect(await told(seen(waiting, { moneyGiven: true }))).toEqual([
      expect.stringContaining("is booked as unpaid"),
    ]);
  });

  it("money that a platform took and the order does not know, or no order has", async () => {
    const unpaid = await planted(
      (tx) => tx`update orders set payment = 'unpaid' where order_id = ${eaten}`,
      () => told(),
      (tx) => tx`update orders set payment = 'paid' where order_id = ${eaten}`,
    );
    expect(unpaid.join("\n")).toMatch(/lost_orders: .* is paid and does not know it/);
    const taken = ({ payments }: SandboxBooks) => ({
      payments: [
        ...payments,
        { ...(payments[0] as SandboxBooks["payments"][0]), outTradeNo: "pay_x", paidAt: since + 1 },
      ],
    });
    expect((await told({ sandbox: taken })).join("\n")).toContain("pay_x, which no order has");
  });

  it("a refund that did not arrive, and an order that is called paid without money", async () => {
    const lost = ({ refunds }: SandboxBooks) => ({
      refunds: refunds.filter((r) => r.outTradeNo === paidFor),
    });
    expect((await told({ sandbox: lost })).join("\n")).toMatch(/lost_orders: .*0 of \d+ fen came back/);
    const gone = ({ payments }: SandboxBooks) => ({
      payments: payments.filter((p) => p.outTradeNo !== paidFor),
    });
    expect((await told({ sandbox: gone })).join("\n")).toContain("no platform has its money");
  });
});

describe("double charges", () => {
  it("one wish with two orders, and an order that nobody wished", async () => {
    const [key] = [...memory.answers.keys()];
    const answers = new Map([...memory.answers, [key ?? "", new Set([eaten, other(eaten)]) as never]]);
    expect(await kinds({ memory: { answers } })).toEqual(["double_charges"]);
    expect(await kinds({ memory: { answers: new Map(), ...without(eaten).memory } })).toEqual([
      "double_charges",
    ]);
  });

  it("a second payment that was kept, and another amount than the order's", async () => {
    const second = other(paidFor);
    const twice = ({ payments }: SandboxBooks) => ({
      payments: payments.flatMap((p) => (p.outTradeNo === paidFor ? [p, { ...p, outTradeNo: second }] : [p])),
    });
    const found = await planted(
      (tx) => tx`
        insert into payment (campus_id, payment_id, order_id, account_id, host, channel, amount_fen, state, expires_at, created_at)
        select campus_id, ${second}, order_id, account_id, host, channel, amount_fen, 'paid', expires_at, created_at
        from payment where payment_id = ${paidFor}`,
      () => told({ sandbox: twice }),
      (tx) => tx`delete from payment where payment_id = ${second}`,
    );
    expect(found.join("\n")).toMatch(/double_charges: .* is one too many/);
    const more = ({ payments }: SandboxBooks) => ({
      payments: payments.map((p) => (p.outTradeNo === paidFor ? { ...p, amountFen: p.amountFen + 1 } : p)),
    });
    expect((await told({ sandbox: more })).join("\n")).toMatch(/double_charges: .*taken, it costs/);
  });
});

describe("double refunds", () => {
  const more = (change: object) => (books: SandboxBooks) => ({
    refunds: [...books.refunds, { ...(books.refunds[0] as SandboxBooks["refunds"][0]), ...change }],
  });
  it("a number that was paid out twice, and one that nobody asked for", async () => {
    expect((await told({ sandbox: more({}) })).join("\n")).toMatch(
      /double_refunds: refund .* paid out twice/,
    );
    const unknown = more({ refundNo: "ref_x", outTradeNo: paidFor, amountFen: 1, channel: "wechatPay" });
    const found = (await told({ sandbox: unknown })).join("\n");
    expect(found).toContain("went back as ref_x, which nobody asked for");
    expect(found).toMatch(/double_refunds: payment .*1 fen came back instead of 0/);
  });

  it("two refunds for one purpose", async () => {
    const [refund] = await stage.sql<
      { refundId: string }[]
    >`select refund_id from refund where order_id = ${cancelled}`;
    const second = other(refund?.refundId ?? "");
    const found = await planted(
      (tx) => tx`
        insert into refund (campus_id, refund_id, payment_id, order_id, amount_fen, state, reason, requested_at, refund_key)
        select campus_id, ${second}, payment_id, order_id, amount_fen, 'failed', reason, requested_at, refund_key
        from refund where refund_id = ${refund?.refundId ?? ""}`,
      () => told({ sandbox: more({ refundNo: second }) }),
      (tx) => tx`delete from refund where refund_id = ${second}`,
    );
    expect(found.join("\n")).toMatch(/double_refunds: payment .* given back twice for "order-ended"/);
  });
});

describe("oversold", () => {
  it("more than the day's portions, and a shelf that counts wrongly", async () => {
    const few = await planted(
      async (tx) => {
        await tx`create table kept_dish as select dish_id, daily_stock from dish`;
        await tx`update dish set daily_stock = 0`;
      },
      () => told(),
      async (tx) => {
        await tx`update dish d set daily_stock = k.daily_stock from kept_dish k where k.dish_id = d.dish_id`;
        await tx`drop table kept_dish`;
      },
    );
    expect(few[0]).toMatch(/^oversold: dish .*: 0 a day, [1-9]/);
    const wrong = await planted(
      (tx) => tx`update dish_stock set left_count = left_count + 1`,
      () => told(),
      (tx) => tx`update dish_stock set left_count = left_count - 1`,
    );
    expect(wrong[0]).toMatch(/^oversold: dish .* a day, \d+ sold, \d+ left/);
    const none = await planted(
      async (tx) => {
        await tx`create table kept_stock as select * from dish_stock`;
        await tx`delete from dish_stock`;
      },
      () => kinds(),
      async (tx) => {
        await tx`insert into dish_stock select * from kept_stock`;
        await tx`drop table kept_stock`;
      },
    );
    expect(none).toEqual(["oversold"]);
  });
});

describe("unbalanced postings", () => {
  it("an entry that changed, a posting that is missing, and an account that differs from the platform's", async () => {
    const key = `payment:${paidFor}`;
    const uneven = await planted(
      (tx) => tx`update entry set amount_fen = amount_fen + 1 where account = 'held' and posting_id =
        (select posting_id from posting where key = ${key})`,
      () => told(),
      (tx) => tx`update entry set amount_fen = amount_fen - 1 where account = 'held' and posting_id =
        (select posting_id from posting where key = ${key})`,
    );
    expect(uneven).toEqual([`unbalanced_postings: posting ${key} sums to 1 in 2 entries`]);
    const missing = await planted(
      (tx) => tx`update posting set key = 'elsewhere' where key = ${`earned:${eaten}`}`,
      () => told(),
      (tx) => tx`update posting set key = ${`earned:${eaten}`} where key = 'elsewhere'`,
    );
    expect(missing).toEqual([`unbalanced_postings: earned:${eaten} is not in the ledger`]);
    const moved = await planted(
      (tx) =>
        tx`update entry set amount_fen = 2 * amount_fen where posting_id = (select posting_id from posting where key = ${key})`,
      () => told(),
      (tx) =>
        tx`update entry set amount_fen = amount_fen / 2 where posting_id = (select posting_id from posting where key = ${key})`,
    );
    expect(moved).toEqual([
      expect.stringMatching(/channel:wechatPay holds \d+ fen by our ledger, \d+ by the platform/),
    ]);
  });
});

describe("unconsumed events", () => {
  it("one that waits, one that was parked, one that nobody laid down, and one that was not published", async () => {
    const [one] = await stage.sql<{ consumer: string; eventId: string }[]>`
      select consumer, event_id from inbox where key = ${eaten} and state = 'done' limit 1`;
    const { consumer = "", eventId = "" } = one ?? {};
    const put = (state: string) => (tx: Tx) =>
      tx`update inbox set state = ${state}, next_at = 9000000000000 where consumer = ${consumer} and event_id = ${eventId}`;
    expect(await told().then((found) => found.length)).toBe(0);
    expect((await planted(put("waiting"), () => told(), put("done")))[0]).toMatch(
      /unconsumed_events: .* is waiting/,
    );
    expect((await planted(put("parked"), () => told(), put("done")))[0]).toContain("is parked");
    const gone = (from: string, to: string) => (tx: Tx) =>
      tx`update inbox set consumer = ${to} where consumer = ${from} and event_id = ${eventId}`;
    const never = await planted(gone(consumer, "nobody"), () => told(), gone("nobody", consumer));
    expect(never[0]).toContain("never laid before it");
    const unpublished = await inTransaction(stage.sql, async (relay) => {
      // As a relay that hangs: no other one publishes meanwhile.
      await relay`select pg_advisory_xact_lock(7317002)`;
      return planted(
        (tx) => tx`insert into outbox (campus_id, event_id, type, key, payload, trace_id, occurred_at)
          values (${stage.ids.campusId}, 'evt_planted', 'nobody.wants', 'k', '{}', '', ${since})`,
        () => told(),
        (tx) => tx`delete from outbox where event_id = 'evt_planted'`,
      );
    });
    expect(unpublished).toEqual(["unconsumed_events: nobody.wants for the relay is unpublished"]);
  });
});

describe("stuck orders", () => {
  it("an order that ended and keeps its money, one whose hour is over, and a refund that nobody works on", async () => {
    const set = (orderId: string, fulfilment: string, payment: string) => (tx: Tx) =>
      tx`update orders set fulfilment = ${fulfilment}, payment = ${payment} where order_id = ${orderId}`;
    const kept = await planted(
      set(waiting, "cancelled", "unpaid"),
      () => told(),
      set(waiting, "placed", "unpaid"),
    );
    expect(kept.join("\n")).toMatch(/stuck_orders: .* is cancelled and unpaid: nobody can act on it/);
    expect(await told({ later: 17 * 60_000 })).toEqual([
      expect.stringMatching(/stuck_orders: .* is placed and unpaid: its hour was \d+ s ago/),
    ]);
    const idle = await planted(
      set(cancelled, "cancelled", "refunding"),
      () => told(),
      set(cancelled, "cancelled", "refunded"),
    );
    expect(idle).toEqual([expect.stringContaining("no refund is under way")]);
    expect(await told({ later: 25 * 3_600_000 })).toContainEqual(
      expect.stringContaining("is delivered and paid"),
    );
  });

  it("are judged by a table that knows every state of both lifecycles", async () => {
    const { fulfilmentLifecycle, paymentLifecycle } = await import(
      "../../../packages/domain/orders/src/domain/lifecycle.ts"
    );
    expect(Object.keys(whoActs).sort()).toEqual(Object.keys(fulfilmentLifecycle).sort());
    const known = new Set(Object.values(whoActs).flatMap((states) => Object.keys(states)));
    expect([...known].sort()).toEqual(Object.keys(paymentLifecycle).sort());
  });
});

describe("messages", () => {
  it("one that came twice, one that never came, and those of which nobody can say", async () => {
    const mine = ({ messages }: SandboxBooks) => messages.filter((m) => m.person === "lin" && m.at >= since);
    expect(mine(await readSandbox(stage.sandbox.url)).length).toBeGreaterThan(0);
    const twice = (books: SandboxBooks) => ({ messages: [...books.messages, ...mine(books).slice(0, 1)] });
    expect(await kinds({ sandbox: twice })).toEqual(["doubled_messages"]);
    expect(await kinds({ sandbox: () => ({ messages: [] }) })).toEqual(["lost_messages"]);
    const open = await planted(
      (tx) =>
        tx`update message_delivery set state = 'unknown' where state = 'sent' and started_at >= ${since}`,
      () => look(),
      (tx) =>
        tx`update message_delivery set state = 'sent' where state = 'unknown' and started_at >= ${since}`,
    );
    expect(open.findings).toEqual([]);
    expect(open.ambiguousMessages).toBeGreaterThan(0);
  });
});
