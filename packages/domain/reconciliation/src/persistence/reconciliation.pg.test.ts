import { createIds, fen, hour, manualClock, minute, toId } from "@sanqi/kernel";
import { type TestDatabase, testDatabase, until } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BillError, BillRow, DatedDifference, OwnRow } from "../domain/index.ts";
import { startOfDay } from "../domain/index.ts";
import { createReconciliation, type ReconciliationDeps } from "../use-cases/index.ts";
import { createReconciliationStore, reconciliationMigrations } from "./index.ts";

const campusId = toId("campus", `cmp_${"0".repeat(20)}`);
const by = { accountId: toId("account", `acc_${"0".repeat(20)}`), name: "运营", traceId: "t" };
const day = "2026-11-22";
const noon = startOfDay(day) + 12 * hour;
const clock = manualClock(noon);
const ids = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes));

let db: TestDatabase;
let desk: ReturnType<typeof createReconciliation>;
/** What the platforms answer, what we have, and what was done about it. */
let bills: Record<string, BillRow[] | BillError>;
let own: OwnRow[];
let drift: DatedDifference[];
let posted: { channel: string; day: string; no: number; feeFen: number }[];
let asked: string[];
let alarms: string[];
let ledgerDown: boolean;

const row = (n: number, over: Partial<BillRow> = {}): BillRow => ({
  kind: "payment",
  paymentId: `pay_${String(n).padStart(20, "0")}`,
  refundId: null,
  platformNumber: `42000${n}`,
  amountFen: fen(1_000 + n),
  feeFen: fen(6),
  at: noon + n,
  ...over,
});
const ours = ({ kind, paymentId, refundId, amountFen, at }: BillRow, over: Partial<OwnRow> = {}): OwnRow => ({
  kind,
  paymentId,
  refundId,
  amountFen,
  state: "paid",
  settled: true,
  at,
  ...over,
});

function depsOf(): ReconciliationDeps {
  const billsOf = (channel: "wechatPay" | "alipay") => ({
    channel,
    fetch: async (which: string) => {
      const answer = bills[`${channel} ${which}`] ?? [];
      return Array.isArray(answer)
        ? ({ ok: true, value: { rows: answer } } as const)
        : ({ ok: false, error: answer } as const);
    },
  });
  return {
    store: createReconciliationStore(db.sql, ids),
    bills: { wechatPay: billsOf("wechatPay"), alipay: billsOf("alipay") },
    own: {
      settledBetween: async (_campus, { channel, from, to }) =>
        channel === "wechatPay"
          ? own.filter((each) => each.settled && each.at !== null && each.at >= from && each.at < to)
          : [],
      named: async (_campus, { channel, paymentIds, refundIds }) =>
        channel === "wechatPay"
          ? own.filter((each) =>
              each.kind === "payment"
                ? paymentIds.includes(each.paymentId)
                : refundIds.includes(each.refundId ?? ""),
            )
          : [],
      ofOthers: async (_campus, paymentIds) => paymentIds.filter((each) => each.endsWith("77")),
    },
    books: { contradictions: async () => drift },
    questions: {
      async ask({ paymentId }) {
        asked.push(paymentId);
        own = own.map((each) => (each.paymentId === paymentId ? { ...each, settled: true, at: noon } : each));
        return { said: "paid", amountFen: fen(1_001) };
      },
    },
    fees: {
      async post({ channel, day: of, no, feeFen }) {
        if (ledgerDown) throw new Error("the ledger is locked");
        posted.push({ channel, day: of, no, feeFen });
      },
    },
    alarms: { raise: (kind) => void alarms.push(kind) },
    clock,
  };
}

beforeAll(async () => {
  db = await testDatabase(reconciliationMigrations);
});
afterAll(() => db?.drop());
beforeEach(async () => {
  // Stories are kept by the database itself.
  await db.sql`alter table difference_step disable trigger user`;
  await db.sql`truncate difference_step, difference, bill_line, bill_run`;
  await db.sql`alter table difference_step enable trigger user`;
  [bills, own, drift, posted, asked, alarms, ledgerDown] = [{}, [], [], [], [], [], false];
  clock.set(startOfDay("2026-11-23") + 10 * hour + 6 * minute);
  desk = createReconciliation(depsOf());
});

const due = () => desk.work.readDueBills(campusId, "t");
const open = async () =>
  (await desk.differences(campusId, { open: true, limit: 100 })).map(
    (d) => `${d.kind}/${d.subject} ${d.number}`,
  );
const wechatRun = async () => (await desk.billRuns(campusId, 10)).find((run) => run.channel === "wechatPay");
const again = () => desk.reconcile({ campusId, day, channel: "wechatPay", traceId: "t" });

describe("the daily bills", () => {
  it("are read once a day and channel, compared, and their fees posted", async () => {
    bills[`wechatPay ${day}`] = [row(1), row(2)];
    own = [ours(row(1)), ours(row(2))];
    expect(await due()).toBe(2);
    expect(await due()).toBe(0);
    expect(await open()).toEqual([]);
    expect(posted).toContainEqual({ channel: "wechatPay", day, no: 0, feeFen: 12 });
    expect(await wechatRun()).toMatchObject({
      state: "compared",
      payments: 2,
      paymentsFen: 2_003,
      problem: null,
    });
  });

  it("are shared out between processes", async () => {
    const many = await Promise.all(
      Array.from({ length: 6 }, () => createReconciliation(depsOf()).work.readDueBills(campusId, "t")),
    );
    expect(many.reduce((sum, each) => sum + each, 0)).toBe(2);
    expect(posted).toHaveLength(2);
  });

  it.each([
    [{ kind: "billNotReady" }, []],
    [{ kind: "billUnavailable", detail: "no answer" }, []],
    [{ kind: "billCorrupt", detail: "cut off" }, ["billNotRead"]],
    [{ kind: "billRefused", code: "NO_AUTH", detail: "" }, ["billNotRead"]],
  ] as const)("are tried again every hour while the answer is %o", async (problem, alarmed) => {
    bills[`wechatPay ${day}`] = problem;
    own = [ours(row(1))];
    await due();
    expect(await wechatRun()).toMatchObject({ state: "waiting", problem: problem.kind, tried: 1 });
    expect(await open()).toEqual([]);
    expect(alarms).toEqual(alarmed);
    clock.advance(hour - minute);
    expect(await due()).toBe(0);
    bills[`wechatPay ${day}`] = [row(1)];
    clock.advance(2 * minute);
    expect(await due()).toBe(1);
    expect(await wechatRun()).toMatchObject({ state: "compared", problem: null, tried: 2 });
  });

  it("that do not come for hours alarm somebody", async () => {
    bills[`wechatPay ${day}`] = { kind: "billUnavailable", detail: "no answer" };
    for (let hours = 0; hours < 5; hours += 1) {
      await due();
      clock.advance(hour);
    }
    expect(alarms).toEqual([]);
    await due();
    expect(alarms).toEqual(["billNotRead"]);
  });

  it("that say nothing of a day with money are believed a day later only", async () => {
    own = [ours(row(1))];
    await due();
    expect(await wechatRun()).toMatchObject({ state: "waiting", problem: "billEmpty" });
    expect(await open()).toEqual([]);
    clock.advance(25 * hour);
    await due();
    expect(await open()).toEqual([`missingThere/payment ${row(1).paymentId}`]);
  });

  it("have their fees posted later where the ledger had no time", async () => {
    bills[`wechatPay ${day}`] = [row(1)];
    own = [ours(row(1))];
    ledgerDown = true;
    await expect(due()).rejects.toThrow("locked");
    expect(await wechatRun()).toMatchObject({ state: "compared", feesPostedAt: null });
    ledgerDown = false;
    clock.advance(hour);
    await due();
    expect(posted.filter((each) => each.channel === "wechatPay")).toEqual([
      { channel: "wechatPay", day, no: 0, feeFen: 6 },
    ]);
    clock.advance(2 * hour);
    expect(await due()).toBe(0);
  });

  it("that tell of other fees when they are read again have the difference posted, once", async () => {
    bills[`wechatPay ${day}`] = [row(1)];
    own = [ours(row(1))];
    await due();
    posted = [];
    ledgerDown = true;
    bills[`wechatPay ${day}`] = [row(1, { feeFen: fen(9) })];
    await expect(again()).rejects.toThrow("locked");
    // What was on its way under its number is not changed by what is read meanwhile.
    bills[`wechatPay ${day}`] = [row(1, { feeFen: fen(4) })];
    await expect(again()).rejects.toThrow("locked");
    ledgerDown = false;
    clock.advance(hour);
    await due();
    await again();
    expect(posted).toEqual([
      { channel: "wechatPay", day, no: 1, feeFen: 3 },
      { channel: "wechatPay", day, no: 2, feeFen: -5 },
    ]);
    clock.advance(2 * hour);
    expect(await due()).toBe(0);
  });

  it("that were read stay when the platform has forgotten the day", async () => {
    bills[`wechatPay ${day}`] = [row(1)];
    own = [ours(row(1))];
    await due();
    clock.advance(100 * 24 * hour);
    bills[`wechatPay ${day}`] = [];
    const answer = await again();
    expect(answer).toMatchObject({
      value: [{ state: "compared", payments: 1, feeFen: 6, problem: "billEmpty" }],
    });
    expect(await open()).toEqual([]);
    bills[`wechatPay ${day}`] = [row(1)];
    expect(await again()).toMatchObject({ value: [{ problem: null }] });
  });

  it("are compared in turns: what was read last is recorded last", async () => {
    bills[`wechatPay ${day}`] = [row(1)];
    own = [ours(row(1))];
    await due();
    const deps = depsOf();
    const gate = Promise.withResolvers<void>();
    const hasRead = Promise.withResolvers<void>();
    const named: typeof deps.own.named = async (...asked) => {
      const before = await deps.own.named(...asked);
      hasRead.resolve();
      await gate.promise;
      return before;
    };
    const slow = createReconciliation({ ...deps, own: { ...deps.own, named } });
    own = [ours(row(1), { amountFen: fen(1) })];
    const first = slow.reconcile({ campusId, day, channel: "wechatPay", traceId: "t" });
    await hasRead.promise;
    own = [ours(row(1))];
    let isOver = false;
    const second = again().finally(() => {
      isOver = true;
    });
    await until(
      async () =>
        (await db.sql`select 1 from pg_locks where locktype = 'advisory' and not granted`).count > 0 ||
        isOver,
      (waits) => waits,
    );
    gate.resolve();
    await Promise.all([first, second]);
    expect(await open()).toEqual([]);
  });

  it("leave the money of other campuses on the same merchant account alone", async () => {
    bills[`wechatPay ${day}`] = [row(1), row(77)];
    own = [ours(row(1))];
    await due();
    expect(await open()).toEqual([]);
    expect(await wechatRun()).toMatchObject({ payments: 1 });
  });

  it("cannot be asked for before the day is over", async () => {
    expect(await desk.reconcile({ campusId, day: "2026-11-23", channel: null, traceId: "t" })).toEqual({
      ok: false,
      error: { kind: "billDayNotOver" },
    });
  });

  it("settle what stood near midnight when the next one is read", async () => {
    const late = row(1, { at: startOfDay(day) + 24 * hour + 1 });
    own = [ours(late, { at: startOfDay(day) + 24 * hour - 1 }), ours(row(2))];
    bills[`wechatPay ${day}`] = [row(2)];
    await due();
    expect(await wechatRun()).toMatchObject({ waitingCount: 1, openCount: 0 });
    bills["wechatPay 2026-11-23"] = [late];
    clock.advance(24 * hour);
    await due();
    expect(await open()).toEqual([]);
    expect(
      (await desk.billRuns(campusId, 10)).find((run) => run.day === day && run.channel === "wechatPay"),
    ).toMatchObject({
      waitingCount: 0,
    });
  });
});

describe("a difference", () => {
  const first = async () => {
    const [one] = await desk.differences(campusId, { open: true, limit: 10 });
    if (!one) throw new Error("no difference");
    return one;
  };

  it("is one case however often it is found, and goes when it is not found any more", async () => {
    bills[`wechatPay ${day}`] = [row(1)];
    await due();
    const before = await first();
    expect(before).toMatchObject({ kind: "missingHere", fix: { action: "findPayer", runnable: false } });
    await again();
    await again();
    expect((await first()).differenceId).toBe(before.differenceId);
    expect(alarms).toEqual(["billDiffers"]);
    own = [ours(row(1))];
    await again();
    expect(await open()).toEqual([]);
    own = [];
    await again();
    expect((await first()).differenceId).toBe(before.differenceId);
    const detail = await desk.difference(campusId, before.differenceId);
    expect(detail.ok && detail.value.steps.map((step) => `${step.command} → ${step.toState}`)).toEqual([
      "open → open",
      "vanish → gone",
      "find → open",
    ]);
  });

  it("that a person has closed stays closed, with reason and name", async () => {
    bills[`wechatPay ${day}`] = [row(1)];
    await due();
    const { differenceId } = await first();
    const closed = await desk.close({ campusId, differenceId, as: "explain", reason: "门店扫码收款", by });
    expect(closed.ok && closed.value).toMatchObject({ state: "explained" });
    expect(closed.ok && closed.value.steps.at(-1)).toMatchObject({
      actorName: "运营",
      reason: "门店扫码收款",
    });
    await again();
    expect(await open()).toEqual([]);
    expect(await desk.close({ campusId, differenceId, as: "fix", reason: "x", by })).toEqual({
      ok: false,
      error: { kind: "differenceClosed" },
    });
  });

  it("that asking settles is asked about, and closes by itself", async () => {
    bills[`wechatPay ${day}`] = [row(1)];
    own = [ours(row(1), { settled: false, state: "closed", at: null })];
    await due();
    const { differenceId, kind } = await first();
    expect(kind).toBe("otherState");
    const fixed = await desk.runFix({ campusId, differenceId, by });
    expect(asked).toEqual([row(1).paymentId]);
    expect(fixed.ok && fixed.value).toMatchObject({ state: "gone" });
    expect(fixed.ok && fixed.value.steps.map((step) => step.command)).toEqual(["open", "ask", "vanish"]);
    expect(await desk.runFix({ campusId, differenceId, by })).toMatchObject({
      error: { kind: "differenceClosed" },
    });
  });

  it("of amounts is never put right by machine", async () => {
    bills[`wechatPay ${day}`] = [row(1, { amountFen: fen(5) })];
    own = [ours(row(1))];
    await due();
    const { differenceId } = await first();
    expect(await desk.runFix({ campusId, differenceId, by })).toMatchObject({
      error: { kind: "fixNotRunnable" },
    });
    expect(asked).toEqual([]);
  });

  it("between our own books is a case of its own day", async () => {
    const one: DatedDifference = {
      kind: "drift",
      subject: "stock",
      number: "dsh_1",
      day: "2026-11-23",
      paymentId: null,
      platformNumber: null,
      expected: 5,
      found: 4,
      ownState: null,
      at: noon,
    };
    drift = [one];
    expect(await desk.work.checkOwnBooks(campusId, "t")).toBe(1);
    await desk.work.checkOwnBooks(campusId, "t");
    expect(await open()).toEqual(["drift/stock dsh_1"]);
    drift = [];
    await desk.work.checkOwnBooks(campusId, "t");
    expect(await open()).toEqual([]);
    expect(alarms).toEqual(["booksDrift"]);
  });

  it("that nobody has is not found", async () => {
    const differenceId = ids.next("difference");
    expect(await desk.difference(campusId, differenceId)).toEqual({
      ok: false,
      error: { kind: "differenceNotFound" },
    });
  });
});
