import { day as dayMs, fen, hour, minute } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BillRow } from "./bill.ts";
import { type ComparedBooks, compare } from "./compare.ts";
import { type OwnRow, startOfDay } from "./own-row.ts";
import { proposedFix } from "./proposed-fix.ts";

const day = "2026-11-22";
const start = startOfDay(day);
const number = (prefix: string, n: number) => `${prefix}_${String(n).padStart(20, "0")}`;

const payment = (n: number, over: Partial<BillRow> = {}): BillRow => ({
  kind: "payment",
  paymentId: number("pay", n),
  refundId: null,
  platformNumber: `42000${n}`,
  amountFen: fen(1_000 + n),
  feeFen: fen(6),
  at: start + 12 * hour + n,
  ...over,
});
const refund = (n: number, over: Partial<BillRow> = {}): BillRow => ({
  ...payment(n),
  kind: "refund",
  refundId: number("rfd", n),
  platformNumber: `50300${n}`,
  amountFen: fen(100 + n),
  at: start + 13 * hour + n,
  ...over,
});
const ours = (row: BillRow, over: Partial<OwnRow> = {}): OwnRow => ({
  kind: row.kind,
  paymentId: row.paymentId,
  refundId: row.refundId,
  amountFen: row.amountFen,
  state: row.kind === "payment" ? "paid" : "succeeded",
  settled: true,
  at: row.at,
  ...over,
});
const books = (over: Partial<ComparedBooks>): ComparedBooks => ({
  day,
  bill: [],
  otherDays: [],
  nextDayRead: true,
  own: [],
  ...over,
});
const found = (over: Partial<ComparedBooks>) =>
  compare(books(over)).differences.map((d) => `${d.kind}/${d.subject} ${d.number}`);

describe("a bill against our own books", () => {
  it("that say the same has no differences, in whatever order", () => {
    const rows = fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.boolean(), (numbers, backwards) => {
        const bill = numbers.flatMap((n) => (n % 3 === 0 ? [payment(n), refund(n)] : [payment(n)]));
        const own = bill.map((row) => ours(row));
        expect(found({ bill, own: backwards ? own.toReversed() : own })).toEqual([]);
      }),
    );
  });

  it.each([
    [
      "a payment that we do not know",
      { bill: [payment(1)] },
      ["missingHere/payment pay_00000000000000000001"],
    ],
    ["a refund of nobody's payment", { bill: [refund(1)] }, ["missingHere/refund rfd_00000000000000000001"]],
    [
      "a refund of our payment that we never asked for",
      { bill: [payment(1), refund(1)], own: [ours(payment(1))] },
      ["otherState/refund rfd_00000000000000000001"],
    ],
    [
      "a payment that is not paid here",
      { bill: [payment(1)], own: [ours(payment(1), { state: "closed", settled: false, at: null })] },
      ["otherState/payment pay_00000000000000000001"],
    ],
    [
      "a refund that is still processing here",
      {
        bill: [refund(1)],
        own: [
          ours(payment(1), { at: start - dayMs }),
          ours(refund(1), { state: "processing", settled: false, at: null }),
        ],
      },
      ["otherState/refund rfd_00000000000000000001"],
    ],
    [
      "a payment that the bill lacks",
      { own: [ours(payment(1))] },
      ["missingThere/payment pay_00000000000000000001"],
    ],
    [
      "a refund that the bill lacks",
      { own: [ours(refund(1))] },
      ["missingThere/refund rfd_00000000000000000001"],
    ],
    [
      "another amount",
      { bill: [payment(1, { amountFen: fen(1) })], own: [ours(payment(1))] },
      ["otherAmount/payment pay_00000000000000000001"],
    ],
    [
      "a number that is charged twice",
      { bill: [payment(1), payment(1, { platformNumber: "429" })], own: [ours(payment(1))] },
      ["doubled/payment pay_00000000000000000001"],
    ],
    [
      "a refund that is listed three times",
      { bill: [refund(1), refund(1), refund(1)], own: [ours(refund(1))] },
      ["doubled/refund rfd_00000000000000000001"],
    ],
    [
      "a number that was charged the day before already",
      {
        bill: [payment(1)],
        otherDays: [payment(1, { at: start - hour })],
        own: [ours(payment(1), { at: start - hour })],
      },
      ["doubled/payment pay_00000000000000000001"],
    ],
  ] as const)("tells %s", (_what, over, expected) => {
    expect(found(over as Partial<ComparedBooks>)).toEqual(expected);
  });

  it("does not miss money that stands in another day's bill, whichever", () => {
    const late = payment(1, { at: start + dayMs + 2_000 });
    expect(found({ own: [ours(late, { at: start + dayMs - 1_000 })], otherDays: [late] })).toEqual([]);
    const early = refund(2, { at: start - 40 * hour });
    expect(found({ own: [ours(early, { at: start + hour })], otherDays: [early] })).toEqual([]);
  });

  it("waits for the next day's bill with money just before midnight, and not longer", () => {
    const own = [
      ours(payment(1), { at: start + dayMs - minute }),
      ours(payment(2), { at: start + dayMs - hour }),
    ];
    const before = compare(books({ own, nextDayRead: false }));
    expect(before.waiting).toBe(1);
    expect(before.differences.map((d) => d.number)).toEqual([number("pay", 2)]);
    expect(compare(books({ own })).differences).toHaveLength(2);
  });

  it("leaves alone what moved on other days, or never moved", () => {
    const own = [
      ours(payment(1), { at: start - 1 }),
      ours(payment(2), { at: start + dayMs }),
      ours(payment(3), { settled: false, state: "closed", at: null }),
    ];
    expect(found({ own })).toEqual([]);
  });
});

describe("planted differences", () => {
  const kinds = ["missingHere", "missingThere", "otherAmount", "doubled", "otherState"] as const;
  it("are all found, and nothing else, whatever they stand beside", () => {
    const plan = fc.uniqueArray(
      fc.record({
        n: fc.integer({ min: 0, max: 400 }),
        kind: fc.option(fc.constantFrom(...kinds), { nil: null }),
        money: fc.constantFrom("payment" as const, "refund" as const),
      }),
      { selector: ({ n }) => n, maxLength: 60 },
    );
    fc.assert(
      fc.property(plan, (all) => {
        const bill: BillRow[] = [];
        const own: OwnRow[] = [];
        const expected: string[] = [];
        for (const { n, kind, money } of all) {
          const row = money === "payment" ? payment(n) : refund(n);
          // The payment of a refund was paid, and billed, on another day.
          if (money === "refund" && kind !== "missingHere") own.push(ours(payment(n), { at: start - dayMs }));
          if (kind !== null) expected.push(`${kind}/${money} ${row.refundId ?? row.paymentId}`);
          if (kind !== "missingThere")
            bill.push(kind === "otherAmount" ? { ...row, amountFen: fen(row.amountFen + 1) } : row);
          if (kind === "doubled") bill.push({ ...row, platformNumber: `9${row.platformNumber}` });
          if (kind === "otherState") own.push(ours(row, { settled: false, state: "open", at: null }));
          else if (kind !== "missingHere") own.push(ours(row));
        }
        expect(found({ bill, own }).sort()).toEqual(expected.sort());
      }),
    );
  });

  it("have a fix each, and only asking is done by machine", () => {
    const [one] = compare(books({ bill: [payment(1)] })).differences;
    if (!one) throw new Error("nothing found");
    for (const kind of [...kinds, "drift"] as const) {
      const { action, runnable, words } = proposedFix({ ...one, kind, ownState: "closed" });
      expect(runnable).toBe(action === "askPlatform");
      expect(words.zh && words.en).toBeTruthy();
    }
    expect(proposedFix({ ...one, kind: "otherAmount" }).runnable).toBe(false);
    expect(proposedFix({ ...one, kind: "doubled" }).action).toBe("refundSecond");
  });
});
