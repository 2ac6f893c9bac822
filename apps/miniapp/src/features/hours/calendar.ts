import { chinaMidnight, chinaWeekday, day as dayMs } from "@sanqi/kernel";

/** Epoch ms of midnight in China of a day as "2026-11-22"; engines differ in what else Date.parse reads. */
export const midnightOf = (day: string): number => Date.parse(`${day}T00:00:00.000+08:00`);

/** "2026-11-22" in parts; weekday 1 Monday to 7 Sunday. */
export function partsOf(day: string): { year: number; month: number; date: number; weekday: number } {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, date, weekday: chinaWeekday(midnightOf(day)) };
}

const two = (n: number) => String(n).padStart(2, "0");
const dayText = (year: number, month: number, date: number) => `${year}-${two(month)}-${two(date)}`;

/** The month before or after "2026-11" by so many. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, no = 0] = month.split("-").map(Number);
  const months = year * 12 + (no - 1) + count;
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`;
}

/** The weeks of a month "2026-11", Monday first; null where the week belongs to another month. */
export function weeksOf(month: string): (string | null)[][] {
  const [year = 0, no = 0] = month.split("-").map(Number);
  const first = midnightOf(dayText(year, no, 1));
  const days = Math.round((midnightOf(`${monthAfter(month, 1)}-01`) - first) / dayMs);
  const cells = [
    ...Array.from({ length: chinaWeekday(first) - 1 }, () => null),
    ...Array.from({ length: days }, (_, index) => dayText(year, no, index + 1)),
  ];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_cell, at) => cells[week * 7 + at] ?? null),
  );
}

/** Days, "2026-11-22", so many before or after another. */
export function dayAfter(day: string, count: number): string {
  const at = chinaMidnight(midnightOf(day) + count * dayMs);
  const china = new Date(at + 8 * 3_600_000);
  return dayText(china.getUTCFullYear(), china.getUTCMonth() + 1, china.getUTCDate());
}
