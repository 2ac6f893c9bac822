import { dayAfter, monthAfter, partsOf } from "../hours/calendar";

export type PeriodName = "today" | "week" | "month" | "lastMonth";
export const periodNames: readonly PeriodName[] = ["today", "week", "month", "lastMonth"];

/** The first and the last day of a period, "2026-11-22"; weeks begin on Monday. */
export function periodOf(name: PeriodName, today: string): { from: string; to: string } {
  const month = today.slice(0, 7);
  if (name === "today") return { from: today, to: today };
  if (name === "week") return { from: dayAfter(today, 1 - partsOf(today).weekday), to: today };
  if (name === "month") return { from: `${month}-01`, to: today };
  const last = monthAfter(month, -1);
  return { from: `${last}-01`, to: dayAfter(`${month}-01`, -1) };
}
