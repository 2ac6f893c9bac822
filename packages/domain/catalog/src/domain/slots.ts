import { chinaDay, day as dayMs, minute } from "@sanqi/kernel";
import { dayAfter, midnightOf, type OpeningRules, type Span, spansFrom } from "./opening-spans.ts";
import type { Shop } from "./shop.ts";

/** No shop takes orders for days that are farther off. */
export const mostDaysAhead = 14;

/** Every day for which somebody may be ordering now, and one more: midnight may pass while they do. */
export const orderableDays = (now: number): string[] =>
  Array.from({ length: mostDaysAhead + 2 }, (_, count) => dayAfter(chinaDay(now), count));

/**
 * The slots that begin on `day` ("2026-11-22") and can still be ordered at `now`, earliest first: whole ones only, counted
 * from the beginning of each opening span, so that the same slot always has the same times. Empty where the shop takes no
 * orders ahead, the day is past or too far off, or the shop is paused without an end.
 */
export function slotsOf(
  shop: OpeningRules & Pick<Shop, "slots">,
  { now, day }: { now: number; day: string },
): Span[] {
  if (!shop.slots || (shop.paused && shop.paused.until === null)) return [];
  const { lengthMinutes, leadMinutes, daysAhead } = shop.slots;
  const ahead = (midnightOf(day) - midnightOf(chinaDay(now))) / dayMs;
  if (!(ahead >= 0 && ahead <= daysAhead)) return [];
  const earliest = Math.max(now + leadMinutes * minute, shop.paused?.until ?? 0);
  const length = lengthMinutes * minute;
  // The night before may reach into the day.
  const starts = spansFrom(shop, dayAfter(day, -1), 2).flatMap(({ from, to }) =>
    Array.from({ length: Math.floor((to - from) / length) }, (_, at) => from + at * length),
  );
  return [...new Set(starts)]
    .filter((from) => from >= earliest && chinaDay(from) === day)
    .sort((a, b) => a - b)
    .map((from) => ({ from, to: from + length }));
}

/** Every slot that can be ordered at `now`, today's and those of the days ahead. */
export function slotsAhead(shop: OpeningRules & Pick<Shop, "slots">, now: number): Span[] {
  const days = Array.from({ length: (shop.slots?.daysAhead ?? -1) + 1 }, (_, count) =>
    dayAfter(chinaDay(now), count),
  );
  return days.flatMap((day) => slotsOf(shop, { now, day }));
}
