import { chinaDay, day as dayMs } from "@sanqi/kernel";
import { reach } from "@sanqi/resilience";
import {
  type BillError,
  type BillProblem,
  type BillRow,
  compare,
  dayAfter,
  isBelievable,
  moneyKey,
  type OwnRow,
  retryEvery,
  startOfDay,
} from "../domain/index.ts";
import type { ReconciliationDeps } from "./deps.ts";
import type { RunKey } from "./ports.ts";

/** Bills come late now and then; one that is not there after so many tries is somebody's work. */
const patience = 6;

/** What makes up a run over one bill: read it, compare it, post its fees. Every part may be repeated at will. */
export function createBillRuns(deps: ReconciliationDeps) {
  const { store, own, clock } = deps;

  /** Reads the bill and keeps its lines; false where there is none to be had now, which is then planned for later. */
  async function read(key: RunKey): Promise<boolean> {
    const bill = await deps.bills[key.channel].fetch(key.day);
    if (!bill.ok) return later(key, bill.error.kind, detailOf(bill.error));
    const { rows } = bill.value;
    const others = new Set(
      await own.ofOthers(
        key.campusId,
        rows.map((row) => row.paymentId),
      ),
    );
    const ours = rows.filter((row) => !others.has(row.paymentId));
    const settled = await own.settledBetween(key.campusId, periodOf(key));
    const now = clock.now();
    const before = await store.run(key);
    const kept = before === null ? 0 : before.payments + before.refunds;
    if (!isBelievable(key.day, { lines: ours.length, kept, own: settled.length, now }))
      return later(key, "billEmpty", null);
    await store.keepLines(key, ours, now);
    reach("bill.kept");
    return true;
  }

  async function later(key: RunKey, problem: BillProblem, detail: string | null) {
    const tried = await store.postpone(key, { problem, detail, nextAt: clock.now() + retryEvery });
    if (problem === "billCorrupt" || problem === "billRefused" || tried >= patience)
      deps.alarms.raise("billNotRead", { channel: key.channel, day: key.day, problem, detail, tried });
    return false as const;
  }

  /** Compares the lines that were kept with our books as they are now, and makes the day's cases agree. */
  async function compareDay(key: RunKey, traceId: string): Promise<void> {
    const opened = await store.alone(key, async (record) => {
      const { differences, waiting } = await compared(key);
      const now = clock.now();
      return record({ differences, waiting, today: chinaDay(now), now, traceId });
    });
    for (const { kind, subject, number } of opened)
      deps.alarms.raise("billDiffers", { channel: key.channel, day: key.day, kind, subject, number });
  }

  async function compared(key: RunKey) {
    const bill = await store.lines(key);
    const settled = await own.settledBetween(key.campusId, periodOf(key));
    const named = await own.named(key.campusId, { channel: key.channel, ...numbersOf(bill) });
    const known = new Map([...settled, ...named].map((row) => [moneyKey(row), row]));
    const paymentIds = [...new Set([...known.values(), ...bill].map((row) => row.paymentId))];
    const { differences, waiting } = compare({
      day: key.day,
      bill,
      otherDays: await store.linesOfOtherDays(key, paymentIds),
      nextDayRead: await store.isCompared({ ...key, day: dayAfter(key.day) }),
      own: [...known.values()] satisfies OwnRow[],
    });
    return { differences: differences.map((each) => ({ ...each, day: key.day })), waiting };
  }

  /** A bill that is read again may tell of other fees: the ledger gets the difference. */
  async function postFees(key: RunKey, traceId: string): Promise<void> {
    for (;;) {
      const fees = await store.feesToPost(key, clock.now() + retryEvery);
      if (fees === null) return;
      await deps.fees.post({ campusId: key.campusId, channel: key.channel, day: key.day, ...fees, traceId });
      reach("bill.feesPosted");
      await store.feesPosted(key, { no: fees.no, now: clock.now() });
    }
  }

  /** One attempt at a day. The days beside it are compared again: money near midnight may stand in either bill. */
  async function attempt(key: RunKey, traceId: string): Promise<void> {
    if (!(await read(key))) return;
    await compareDay(key, traceId);
    for (const day of [dayAfter(key.day, -1), dayAfter(key.day)]) {
      const beside = { ...key, day };
      if (await store.isCompared(beside)) await compareDay(beside, traceId);
    }
    reach("bill.compared");
    await postFees(key, traceId);
  }

  return { attempt, compareDay, postFees };
}

const periodOf = ({ channel, day }: RunKey) => ({
  channel,
  from: startOfDay(day),
  to: startOfDay(day) + dayMs,
});

const numbersOf = (rows: readonly BillRow[]) => ({
  paymentIds: [...new Set(rows.map((row) => row.paymentId))],
  refundIds: [...new Set(rows.flatMap((row) => (row.refundId === null ? [] : [row.refundId])))],
});

const detailOf = (error: BillError): string | null =>
  error.kind === "billNotReady"
    ? null
    : error.kind === "billRefused"
      ? `${error.code} ${error.detail}`
      : error.detail;
