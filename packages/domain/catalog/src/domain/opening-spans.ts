import { chinaDay, chinaWeekday, day as dayMs, minute } from "@sanqi/kernel";
import type { Hours, Shop } from "./shop.ts";

/** What decides when a shop is open. */
export type OpeningRules = Pick<Shop, "hours" | "exceptions" | "paused">;

/** A time from (inclusive) to (exclusive), epoch ms. */
export type Span = { readonly from: number; readonly to: number };

/** "02:00" is 120; "24:00" is 1440. */
export const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Epoch ms of midnight in China of a day as "2026-11-22". */
export const midnightOf = (day: string): number =>
  // biome-ignore lint/style/noRestrictedGlobals: it reads the day's text, not the time of day
  Date.parse(`${day}T00:00:00+08:00`);

/** The day `count` days later (earlier where negative), as "2026-11-22". */
export const dayAfter = (day: string, count = 1): string => chinaDay(midnightOf(day) + count * dayMs);

/** The shop's spans that begin on the day, in order of their beginnings; an exception stands for the whole day. */
export function spansOf({ hours, exceptions }: OpeningRules, day: string): Span[] {
  const midnight = midnightOf(day);
  const weekday = chinaWeekday(midnight);
  const exception = exceptions.find((other) => other.day === day);
  const kept = (span: Hours) => !span.weekdays || span.weekdays.some((one) => one === weekday);
  return (exception?.hours ?? hours.filter(kept))
    .map(({ open, close }) => {
      const [from, to] = [minutesOf(open), minutesOf(close)];
      return { from: midnight + from * minute, to: midnight + (to > from ? to : to + 1_440) * minute };
    })
    .sort((a, b) => a.from - b.from);
}

/** Spans that begin on `first` or one of the days after it. */
export const spansFrom = (rules: OpeningRules, first: string, days: number): Span[] =>
  Array.from({ length: days }, (_, count) => spansOf(rules, dayAfter(first, count))).flat();
