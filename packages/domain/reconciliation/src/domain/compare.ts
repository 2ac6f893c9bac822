import { day as dayMs, minute } from "@sanqi/kernel";
import type { BillRow } from "./bill.ts";
import { type Difference, differenceKey } from "./difference.ts";
import { moneyKey, type OwnRow, startOfDay } from "./own-row.ts";

export type ComparedBooks = {
  readonly day: string;
  /** The bill of the day, without what belongs to others on a shared merchant account. */
  readonly bill: readonly BillRow[];
  /** Lines of other days' bills that name money of `own` or of `bill`. */
  readonly otherDays: readonly BillRow[];
  /** Whether the next day's bill has been read: money just before midnight may stand there. */
  readonly nextDayRead: boolean;
  /** Our money of the day, and everything of ours that the bill names, of whatever day and state. */
  readonly own: readonly OwnRow[];
};

export type Comparison = {
  /** In the order of time, then by name; the same books give the same list. */
  readonly differences: readonly Difference[];
  /** Our money just before midnight that the next day's bill may still have. */
  readonly waiting: number;
};

/** Clocks of two companies, and the minute that a payment takes. */
const midnightMargin = 30 * minute;

/** Compares a channel's bill of one day with our own books. */
export function compare(books: ComparedBooks): Comparison {
  const own = new Map(books.own.map((row) => [moneyKey(row), row]));
  const lines = new Map<string, BillRow[]>();
  for (const row of books.bill) lines.set(moneyKey(row), [...(lines.get(moneyKey(row)) ?? []), row]);
  const { missing, waiting } = missingThere(books, new Set(lines.keys()));
  const differences = [
    ...[...lines].flatMap(([key, rows]) => ofLines(rows, own, key)),
    ...doubled(books, lines),
    ...missing,
  ].sort((a, b) => a.at - b.at || (differenceKey(a) < differenceKey(b) ? -1 : 1));
  return { differences, waiting };
}

const numberOf = (row: Pick<BillRow, "kind" | "paymentId" | "refundId" | "platformNumber">): string =>
  row.kind === "payment" ? row.paymentId : (row.refundId ?? row.platformNumber);

/** What the first line of a number says against our own record of it. */
function ofLines(rows: readonly BillRow[], own: ReadonlyMap<string, OwnRow>, key: string): Difference[] {
  const row = earliest(rows);
  const ours = own.get(key);
  const common = {
    subject: row.kind,
    number: numberOf(row),
    paymentId: row.paymentId,
    platformNumber: row.platformNumber,
    expected: row.amountFen,
    found: ours?.amountFen ?? null,
    ownState: ours?.state ?? null,
    at: row.at,
  } as const;
  if (ours === undefined) {
    // A refund of our payment that we never asked for was made on the platform itself.
    const paymentKnown = row.kind === "refund" && own.has(moneyKey({ ...row, kind: "payment" }));
    return [{ kind: paymentKnown ? "otherState" : "missingHere", ...common }];
  }
  if (!ours.settled) return [{ kind: "otherState", ...common }];
  // Of a number that is listed twice, one line with our amount is enough: the other one is the double.
  if (rows.some((each) => each.amountFen === ours.amountFen)) return [];
  return [{ kind: "otherAmount", ...common }];
}

/** Numbers that move money a second time, on this day or after an earlier one. */
function doubled(books: ComparedBooks, lines: ReadonlyMap<string, readonly BillRow[]>): Difference[] {
  const start = startOfDay(books.day);
  const before = new Set(books.otherDays.filter((row) => row.at < start).map(moneyKey));
  return [...lines].flatMap(([key, rows]): Difference[] => {
    const [first, ...more] = [...rows].sort(inTime);
    const second = before.has(key) ? first : more[0];
    if (second === undefined) return [];
    return [
      {
        kind: "doubled",
        subject: second.kind,
        number: numberOf(second),
        paymentId: second.paymentId,
        platformNumber: second.platformNumber,
        expected: [...(before.has(key) && first ? [first] : []), ...more].reduce(
          (sum, row) => sum + row.amountFen,
          0,
        ),
        found: null,
        ownState: null,
        at: second.at,
      },
    ];
  });
}

/** Our settled money of the day that no bill has. */
function missingThere(
  books: ComparedBooks,
  listed: ReadonlySet<string>,
): { missing: Difference[]; waiting: number } {
  const start = startOfDay(books.day);
  const elsewhere = new Set(books.otherDays.map(moneyKey));
  const absent = books.own.filter(
    (row) =>
      row.settled &&
      row.at !== null &&
      row.at >= start &&
      row.at < start + dayMs &&
      !listed.has(moneyKey(row)) &&
      !elsewhere.has(moneyKey(row)),
  );
  const mayStillCome = (row: OwnRow) => !books.nextDayRead && (row.at ?? 0) >= start + dayMs - midnightMargin;
  const missing = absent
    .filter((row) => !mayStillCome(row))
    .map(
      (row): Difference => ({
        kind: "missingThere",
        subject: row.kind,
        number: row.kind === "payment" ? row.paymentId : (row.refundId ?? ""),
        paymentId: row.paymentId,
        platformNumber: null,
        expected: null,
        found: row.amountFen,
        ownState: row.state,
        at: row.at ?? start,
      }),
    );
  return { missing, waiting: absent.length - missing.length };
}

const inTime = (a: BillRow, b: BillRow): number =>
  a.at - b.at || (a.platformNumber < b.platformNumber ? -1 : a.platformNumber > b.platformNumber ? 1 : 0);

function earliest(rows: readonly BillRow[]): BillRow {
  const [first] = [...rows].sort(inTime);
  if (first === undefined) throw new Error("a number without lines");
  return first;
}
