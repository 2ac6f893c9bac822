import { chinaDay, chinaWeekday, day, type Words } from "@sanqi/kernel";
import type { AlertView, DayCount } from "./views.ts";

/** How far back the rule looks: four weeks of habit before a gap of at most four weeks, with room for holidays. */
export const lookbackDays = 84;
const habitDays = 28;
const historyDays = 14;
const gapWeekdays = 3;
const attentionWeekdays = 5;

export const mealGapRule = "meal-gap";

export type Finding = {
  /** The first weekday without a meal. */
  readonly since: string;
  readonly missedWeekdays: number;
  readonly mealsPerWeek: number;
  readonly severity: AlertView["severity"];
  readonly reason: Words;
};

/**
 * "Used to order on most weekdays, has not for three": on at least 60 % of the weekdays in the four weeks before the gap
 * (or in the time since the first meal, which must be two weeks at least), then on none of three or more weekdays in a
 * row. Today is not over and cannot be missed; weekends are no gap, but a meal on one ends it.
 * @param meals days with meals, in any order; what is older than `lookbackDays` does not count
 * @param now epoch milliseconds
 */
export function findMealGap(meals: readonly DayCount[], now: number): Finding | null {
  const eaten = new Map<string, number>();
  for (const { day, meals: count } of meals) if (count > 0) eaten.set(day, count);
  const mealsBack = (back: number) => eaten.get(chinaDay(now - back * day)) ?? 0;
  const isWeekday = (back: number) => chinaWeekday(now - back * day) <= 5;
  if (mealsBack(0) > 0) return null;

  let missedWeekdays = 0;
  let gapStart = 0;
  let back = 1;
  for (; back <= lookbackDays && mealsBack(back) === 0; back++) {
    if (!isWeekday(back)) continue;
    missedWeekdays++;
    gapStart = back;
  }
  if (missedWeekdays < gapWeekdays) return null;

  let first = 0;
  for (; back <= lookbackDays; back++) if (mealsBack(back) > 0) first = back;
  const observed = Math.min(habitDays, first - gapStart);
  if (observed < historyDays) return null;

  let [weekdays, eatenWeekdays, count] = [0, 0, 0];
  for (let past = gapStart + 1; past <= gapStart + observed; past++) {
    count += mealsBack(past);
    if (!isWeekday(past)) continue;
    weekdays++;
    if (mealsBack(past) > 0) eatenWeekdays++;
  }
  if (eatenWeekdays * 10 < weekdays * 6) return null;

  const mealsPerWeek = Math.round((count * 7) / observed);
  return {
    since: chinaDay(now - gapStart * day),
    missedWeekdays,
    mealsPerWeek,
    severity: missedWeekdays >= attentionWeekdays ? "attention" : "notice",
    reason: {
      zh: `连续 ${missedWeekdays} 个工作日没有点餐，平时每周约 ${mealsPerWeek} 次`,
      en: `No order on ${missedWeekdays} weekdays in a row; usually about ${mealsPerWeek} a week`,
    },
  };
}
