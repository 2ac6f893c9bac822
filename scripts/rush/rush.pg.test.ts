import { inTransaction, type Tx } from "@sanqi/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stage, setStage } from "../../apps/bff/src/scenarios/stage.ts";
import { checkBooks, checkUntilSettled, type Finding, type Witness } from "./check-books.ts";
import { lunchCurve } from "./lunch-curve.ts";
import { type Played, playLunch } from "./play.ts";
import { figuresOf, progressLine, stepTable, unfinished } from "./telling.ts";
import { witnessOf } from "./witness.ts";

let stage: Stage;
let played: Played;
let witness: Witness;
const lines: string[] = [];
const look = async (over: Partial<Witness> = {}): Promise<Finding[]> =>
  checkBooks({ sql: stage.sql, sandbox: await played.world.phone.state(), witness: { ...witness, ...over } });

beforeAll(async () => {
  stage = await setStage();
  played = await playLunch({
    place: { url: stage.url, sandbox: stage.sandbox.url, now: stage.clock.now },
    students: 12,
    lengthMs: 2_000,
    graceMs: 180_000,
    curve: lunchCurve(),
    riders: 12,
    consolePassword: stage.product.consolePassword,
    seed: 7,
    // Nobody is believed to be that fast, so the map stands still; everything else is as in a real rush.
    tempo: {
      lookMs: [10, 60],
      cookMs: [100, 400],
      metresPerSecond: 400,
      positionMs: 300,
      riderLookMs: [20, 200],
    },
    onSecond: (world, elapsedMs) => lines.push(progressLine(world, elapsedMs)),
  });
  witness = witnessOf(played.world, played.since);
}, 240_000);
afterAll(() => stage?.close());

describe("a small rush", () => {
  it("ends with clean books and everything told", async () => {
    expect(await checkUntilSettled(look, 60_000)).toEqual([]);
    const { counts, codes } = played.world.tally;
    expect([...codes.keys()].filter((code) => !/ORDER_TAKEN|ORDER_STATE_CONFLICT/.test(code))).toEqual([]);
    expect(counts).toMatchObject({ arrived: 12, placed: 12, failed: 0 });
    expect(counts.delivered).toBe(counts.accepted);
    expect(counts.delivered + counts.cancelled + counts.refused + counts.unpaid).toBe(12);
    expect(unfinished(played.world)).toEqual([]);
    expect(figuresOf(played, [])).toMatchObject({ placed: { value: 12 }, lost: { value: 0, goal: 0 } });
    expect(stepTable(played.world)).toContain("paid→kitchen");
    expect(lines.length).toBeGreaterThan(0);
  });
});

/** Each plants one wrong thing, looks, and takes it back. */
describe("the check finds", () => {
  const kinds = (findings: readonly Finding[]) => [...new Set(findings.map(({ kind }) => kind))];
  const anOrder = async (where: string): Promise<{ orderId: string; paidBy: string }> => {
    const [row] = await stage.sql<{ orderId: string; paidBy: string }[]>`
      select order_id, paid_by from orders where account_id = any(${witness.accounts}) and placed_at >= ${witness.since}
        and fulfilment = ${where} and payment = 'paid' limit 1`;
    if (!row) throw new Error(`no order is ${where}`);
    return row;
  };

  it("stock that was sold twice", async () => {
    const { sql } = stage;
    const [row] = await sql<{ dishId: string }[]>`
      update dish_stock set left_count = left_count + 1
      where dish_id = (select dish_id from dish_stock limit 1) returning dish_id`;
    expect(kinds(await look())).toEqual(["oversold"]);
    await sql`alter table dish_stock drop constraint dish_stock_left_count_check`;
    await sql`update dish_stock set left_count = -1 where dish_id = ${row?.dishId ?? ""}`;
    expect((await look())[0]?.what).toContain("-1 left");
    const [gone] = await sql`delete from dish_stock where dish_id = ${row?.dishId ?? ""} returning *`;
    expect(kinds(await look())).toEqual(["oversold"]);
    expect(gone).toBeDefined();
    await sql`
      insert into dish_stock (campus_id, dish_id, day, left_count)
      select d.campus_id, d.dish_id, o.day, d.daily_stock - sum(l.quantity)
      from order_line l join orders o using (campus_id, order_id) join dish d using (campus_id, dish_id)
      where d.dish_id = ${row?.dishId ?? ""} and o.placed_at >= ${witness.since} and o.fulfilment not in ('cancelled', 'refused', 'expired')
      group by d.campus_id, d.dish_id, o.day, d.daily_stock`;
    expect(await look()).toEqual([]);
  });

  it("an order that is not in the books, one that nobody asked for, and a key with two", async () => {
    const [[orderId, entry] = []] = witness.entries;
    if (!orderId || !entry) throw new Error("no order");
    const missing = orderId.replace(/.$/, (end) => (end === "0" ? "1" : "0")) as typeof orderId;
    const more = new Map([...witness.entries, [missing, { ...entry, orderId: missing }]]);
    expect(kinds(await look({ entries: more }))).toEqual(["lost"]);
    const fewer = new Map([...witness.entries].filter(([id]) => id !== orderId));
    expect(kinds(await look({ entries: fewer, answers: new Map() }))).toEqual(["doubled"]);
    const twice = new Map([...witness.answers, [entry.key, new Set([orderId, missing])]]);
    expect(kinds(await look({ answers: twice }))).toEqual(["doubled"]);
  });

  it("a second payment, a payment that is missing, and one that the platform does not know", async () => {
    const { sql } = stage;
    const { orderId, paidBy } = await anOrder("delivered");
    const second = paidBy.replace(/.$/, (end) => (end === "0" ? "1" : "0"));
    await sql`
      insert into payment (campus_id, payment_id, order_id, account_id, host, channel, amount_fen, state, expires_at, created_at)
      select campus_id, ${second}, order_id, account_id, host, channel, amount_fen, state, expires_at, created_at
      from payment where payment_id = ${paidBy}`;
    const found = await look();
    expect(kinds(found)).toEqual(["doubled", "lost"]);
    expect(found[0]?.what).toContain(orderId);
    await sql`delete from payment where payment_id = ${second}`;
    await sql`update payment set state = 'prepared' where payment_id = ${paidBy}`;
    expect((await look()).map(({ what }) => what).join()).toMatch(
      /paid without a payment.*platform has taken/,
    );
    await sql`update payment set state = 'paid' where payment_id = ${paidBy}`;
    expect(await look()).toEqual([]);
  });

  it("a refund that did not come, and one above the payment", async () => {
    const { sql } = stage;
    const { orderId, paidBy } = await anOrder("delivered");
    // The database itself refuses such a refund: it is planted past its guard.
    const unguarded = (change: (tx: Tx) => Promise<unknown>) =>
      inTransaction(sql, async (tx) => {
        await tx`set local session_replication_role = replica`;
        await change(tx);
      });
    await unguarded(
      (tx) => tx`
        insert into refund (campus_id, refund_id, payment_id, order_id, amount_fen, state, reason, requested_at)
        values (${witness.campusId}, 'ref_1', ${paidBy}, ${orderId}, 100000000, 'succeeded', 'planted', 0)`,
    );
    expect(kinds(await look())).toEqual(["doubled"]);
    await unguarded((tx) => tx`delete from refund where refund_id = 'ref_1'`);
    await sql`update orders set fulfilment = 'refused', payment = 'refunding' where order_id = ${orderId}`;
    const seen = new Map([...witness.entries].filter(([id]) => id !== orderId));
    const without = (await look({ entries: seen })).map(({ what }) => what).join("\n");
    expect(without).toMatch(new RegExp(`${paidBy} of ${orderId} was given up, 0 of \\d+ fen came back`));
    await sql`update orders set fulfilment = 'delivered', payment = 'paid' where order_id = ${orderId}`;
    expect(await look()).toEqual([]);
  });

  it("an event that waits, one that was parked, and one that was never published", async () => {
    const { sql } = stage;
    const [event] = await sql<{ consumer: string; eventId: string }[]>`
      select consumer, event_id from inbox where state = 'done' limit 1`;
    const put = (state: string) => sql`
      update inbox set state = ${state}, next_at = 9000000000000 where consumer = ${event?.consumer ?? ""} and event_id = ${event?.eventId ?? ""}`;
    await put("waiting");
    expect(kinds(await look())).toEqual(["undelivered"]);
    await put("parked");
    expect((await look())[0]?.what).toContain("parked");
    await put("done");
    expect(await look()).toEqual([]);
  });

  it("a message that came twice and one that never arrived", async () => {
    const sandbox = await played.world.phone.state();
    const [message] = sandbox.messages.filter(
      ({ host, person, at }) => host !== "dd" && witness.persons.has(person) && at >= witness.since,
    );
    if (!message) throw new Error("nobody was told anything");
    const check = (messages: typeof sandbox.messages) =>
      checkBooks({ sql: stage.sql, sandbox: { ...sandbox, messages }, witness });
    expect(kinds(await check([...sandbox.messages, message]))).toEqual(["doubled"]);
    expect(kinds(await check(sandbox.messages.filter((other) => other !== message)))).toEqual(["lost"]);
  });
});
