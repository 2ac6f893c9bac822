import type { Queryable } from "@sanqi/database";
import { type CampusId, chinaDay, day as dayMs, hour, minute } from "@sanqi/kernel";
import { type Bill, compare, dayAfter, moneyKey, startOfDay } from "@sanqi/reconciliation";
import type { OwnMoney, PlatformBills } from "@sanqi/reconciliation/use-cases";
import type { Planted } from "./platform-side.ts";

export type Told = {
  readonly channel: string;
  readonly day: string;
  readonly kind: string;
  readonly number: string;
};

const nameOf = ({ channel, day, kind, number }: Told): string => `${channel} ${day} ${kind} ${number}`;

/** The differences of bills that the product itself has found and not let go. */
export async function toldByProduct(sql: Queryable, campusId: CampusId): Promise<Told[]> {
  return sql<Told[]>`
    select channel, day, kind || '/' || subject as kind, number from difference
    where campus_id = ${campusId} and channel <> 'own' and state <> 'gone'`;
}

/** Platforms make the bill of a day in the morning of the next one, before this time of day. */
const billsMade = 10 * hour + 5 * minute;

/** The last `count` days whose bills are made, the oldest first. */
export const daysBefore = (now: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => chinaDay(now - billsMade - (count - index) * dayMs));

/** The same once more: the check reads the bills by itself and compares them with the books, and writes nothing. */
export async function toldByBills(
  books: { bills: readonly PlatformBills[]; own: OwnMoney; campusId: CampusId },
  days: readonly string[],
): Promise<Told[]> {
  const { bills, own, campusId } = books;
  const told: Told[] = [];
  for (const { channel, fetch } of bills) {
    const read = new Map<string, Bill>();
    for (const day of days) {
      const bill = await fetch(day);
      if (!bill.ok) throw new Error(`the bill of ${channel} for ${day}: ${JSON.stringify(bill.error)}`);
      read.set(day, bill.value);
    }
    for (const [day, { rows }] of read) {
      const period = { channel, from: startOfDay(day), to: startOfDay(day) + dayMs };
      const named = await own.named(campusId, {
        channel,
        paymentIds: rows.map((row) => row.paymentId),
        refundIds: rows.flatMap((row) => (row.refundId === null ? [] : [row.refundId])),
      });
      const known = new Map(
        [...(await own.settledBetween(campusId, period)), ...named].map((row) => [moneyKey(row), row]),
      );
      const { differences } = compare({
        day,
        bill: rows,
        otherDays: [...read].flatMap(([other, bill]) => (other === day ? [] : bill.rows)),
        nextDayRead: read.has(dayAfter(day)),
        own: [...known.values()],
      });
      told.push(
        ...differences.map(({ kind, subject, number }) => ({
          channel,
          day,
          kind: `${kind}/${subject}`,
          number,
        })),
      );
    }
  }
  return told;
}

/**
 * How many of the planted differences every teller names, and what any of them names beside.
 * @param planted a list, or only how many there are: then as many of those that are told count as found
 */
export function judgeDifferences(
  planted: readonly Planted[] | number,
  tellers: readonly (readonly Told[])[],
): { planted: number; found: number; falseOnes: string[] } {
  const names = tellers.map((told) => new Set(told.map(nameOf)));
  const all = new Set(names.flatMap((told) => [...told]));
  const agreed = [...all].filter((name) => names.every((told) => told.has(name)));
  if (typeof planted === "number") {
    const found = Math.min(planted, agreed.length);
    return {
      planted,
      found,
      falseOnes: [...agreed.slice(found), ...[...all].filter((name) => !agreed.includes(name))],
    };
  }
  const wanted = new Set(planted.map(nameOf));
  return {
    planted: wanted.size,
    found: agreed.filter((name) => wanted.has(name)).length,
    falseOnes: [...all].filter((name) => !wanted.has(name)),
  };
}
