import type { AlertDetail } from "./alert-list";

type Day = AlertDetail["pattern"][number];
/** Seven days (the oldest may be fewer) and how many meals were ordered in them. */
export type MealWeek = { from: string; to: string; meals: number };

/** The days in weeks that end with the last day, oldest first: a week of now is compared with whole weeks before. */
export function mealWeeks(pattern: readonly Day[], atMost: number): MealWeek[] {
  const weeks: MealWeek[] = [];
  for (let end = pattern.length; end > 0 && weeks.length < atMost; end -= 7) {
    const days = pattern.slice(Math.max(0, end - 7), end);
    // a first week with days missing would look like a week in which less was eaten
    if (days.length < 7 && weeks.length > 0) break;
    weeks.unshift({
      from: (days[0] as Day).day,
      to: (days[days.length - 1] as Day).day,
      meals: days.reduce((sum, day) => sum + day.meals, 0),
    });
  }
  return weeks;
}

/** "11/16" of "2026-11-16". */
export const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;

/** Days of the calendar from one day to another, both as "2026-11-16". */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
