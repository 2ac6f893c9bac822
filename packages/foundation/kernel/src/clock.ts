/** The only source of time for code that decides; epoch milliseconds. */
export type Clock = { now(): number };

/** A clock for tests: stands still until it is told to move. */
export function manualClock(start: number): Clock & { advance(ms: number): void; set(ms: number): void } {
  let at = start;
  return {
    now: () => at,
    advance(ms) {
      at += ms;
    },
    set(ms) {
      at = ms;
    },
  };
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** All campuses keep China Standard Time: UTC+8 all year, no daylight saving since 1991. */
const chinaOffset = 8 * hour;

/** Every order asks for the same few days, and writing a date costs more than all else about it. */
const dayTexts = new Map<number, string>();
const mostDayTexts = 100;

/** The calendar day in China, "2026-11-22". */
export function chinaDay(at: number): string {
  const number = Math.floor((at + chinaOffset) / day);
  const known = dayTexts.get(number);
  if (known !== undefined) return known;
  const text = new Date(number * day).toISOString().slice(0, 10);
  if (dayTexts.size >= mostDayTexts) dayTexts.clear();
  dayTexts.set(number, text);
  return text;
}

/** Minutes since midnight in China, 0 to 1439. */
export function chinaMinuteOfDay(at: number): number {
  return Math.floor(((((at + chinaOffset) % day) + day) % day) / minute);
}

/** Day of the week in China, 1 Monday to 7 Sunday. */
export function chinaWeekday(at: number): number {
  // 1970-01-01 was a Thursday.
  return ((((Math.floor((at + chinaOffset) / day) + 3) % 7) + 7) % 7) + 1;
}

/** Epoch milliseconds of midnight in China of the day that contains `at`. */
export function chinaMidnight(at: number): number {
  return Math.floor((at + chinaOffset) / day) * day - chinaOffset;
}

/** "12:05" in China. */
export function chinaClockText(at: number): string {
  const m = chinaMinuteOfDay(at);
  return `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`;
}

/** "11 月 23 日": the date in China as people read it. */
export function chinaDateText(at: number): string {
  const [, month = "", date = ""] = chinaDay(at).split("-");
  return `${Number(month)} 月 ${Number(date)} 日`;
}
