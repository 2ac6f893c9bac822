import { chinaDay, chinaMidnight, day as dayMs, type Fen } from "@sanqi/kernel";
import type { BillRow } from "./bill.ts";

/** A payment or refund in our own books, as far as a bill can speak of it. */
export type OwnRow = {
  readonly kind: BillRow["kind"];
  readonly paymentId: string;
  readonly refundId: string | null;
  readonly amountFen: Fen;
  /** The word of our books: "paid", "closed", "processing" … */
  readonly state: string;
  /** True where our books say that the money moved. */
  readonly settled: boolean;
  /** When it moved, as we know it; null where it did not. */
  readonly at: number | null;
};

/** Names a movement of money on both sides. A refund that the platform made by itself has no number of ours. */
export const moneyKey = (
  row: Pick<BillRow, "kind" | "paymentId" | "refundId"> & { platformNumber?: string },
): string =>
  row.kind === "payment"
    ? `payment ${row.paymentId}`
    : `refund ${row.refundId ?? `at platform ${row.platformNumber ?? ""}`}`;

/** Epoch ms at which a day in China begins. Throws RangeError for what is no day. */
export function startOfDay(day: string): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (!parts) throw new RangeError(`not a day: ${day}`);
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  // Days since 1970-01-01 of a date whose year begins in March, so that the leap day is its last one.
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const start = chinaMidnight((marchYear * 365 + leapDays + dayOfYear - 719_468) * dayMs);
  if (chinaDay(start) !== day) throw new RangeError(`not a day: ${day}`);
  return start;
}

/** The day in China that many days later. */
export const dayAfter = (day: string, days = 1): string => chinaDay(startOfDay(day) + days * dayMs);
