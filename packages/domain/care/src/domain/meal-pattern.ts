import { chinaDay, day } from "@sanqi/kernel";
import type { DayCount } from "./views.ts";

const shownBefore = 28;
const shownAtMost = 84;

/**
 * The days a counselor is shown: four weeks before the gap up to today, days without a meal included, oldest first.
 * @param since the first day of the gap
 */
export function mealPattern(meals: readonly DayCount[], since: string, now: number): DayCount[] {
  const count = new Map(meals.map((m) => [m.day, m.meals]));
  const pattern: DayCount[] = [];
  let before = 0;
  for (let back = 0; back < shownAtMost && before < shownBefore; back++) {
    const shown = chinaDay(now - back * day);
    if (shown < since) before++;
    pattern.push({ day: shown, meals: count.get(shown) ?? 0 });
  }
  return pattern.reverse();
}
