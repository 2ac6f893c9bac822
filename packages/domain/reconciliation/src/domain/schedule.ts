import { chinaDay, chinaMidnight, day as dayMs, hour, minute } from "@sanqi/kernel";
import { dayAfter, startOfDay } from "./own-row.ts";

/** Bills are made until 10:00; five minutes later they are asked for. */
const readyAt = 10 * hour + 5 * minute;
export const retryEvery = hour;
/** After a longer rest, only so many days are made up for. */
const furthestBack = 30;

/** When the bill of `day` is asked for first, epoch ms. */
export const firstAskAt = (day: string): number => startOfDay(day) + dayMs + readyAt;

/** The days whose bills are due at `now`: all since the last one that was planned, or yesterday's where none ever was. */
export function dueDays(now: number, lastPlanned: string | null): string[] {
  const newest = chinaDay(chinaMidnight(now) - (now >= chinaMidnight(now) + readyAt ? 1 : dayMs + 1));
  const oldest = dayAfter(newest, 1 - furthestBack);
  let day = lastPlanned === null ? newest : dayAfter(lastPlanned);
  if (day < oldest) day = oldest;
  const days: string[] = [];
  for (; day <= newest; day = dayAfter(day)) days.push(day);
  return days;
}

/**
 * Whether a bill may be taken for the whole truth. "Nothing" for a day on which we have money may be a bill that comes late:
 * that is believed a day after its time only. "Nothing" never takes the place of the `kept` lines of a bill that was read
 * before: platforms forget old days.
 */
export const isBelievable = (
  day: string,
  known: { lines: number; kept: number; own: number; now: number },
): boolean =>
  known.lines > 0 || (known.kept === 0 && (known.own === 0 || known.now >= firstAskAt(day) + dayMs));

/** True where the day is over in China: only then there can be a bill of it. */
export const isOver = (day: string, now: number): boolean => day < chinaDay(now);
