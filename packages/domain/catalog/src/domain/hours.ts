import {
  chinaClockText,
  chinaDay,
  chinaMinuteOfDay,
  chinaWeekday,
  day as dayMs,
  type Words,
} from "@sanqi/kernel";
import { dayAfter, midnightOf, type OpeningRules, type Span, spansFrom, spansOf } from "./opening-spans.ts";

/** A day with how people say it, seen from another day. */
export type DayText = Words & { readonly day: string };

export type Opening = {
  readonly open: boolean;
  /** "17:00": the next opening where closed; null where nobody knows it. */
  readonly opensAt: string | null;
  /** The day of the next opening; null where that is today. */
  readonly opensDay: DayText | null;
  /** "24:00" at midnight; null where the shop is open for the next 24 hours. */
  readonly closesAt: string | null;
  /** Why it is closed out of turn, if the merchant said so. */
  readonly reason: Words | null;
};

/** A winter holiday with every day closed by exception is shorter. */
const lookAheadDays = 62;

/**
 * Is a shop open at `now` (epoch ms), until when, and when does it open next? Spans past midnight belong to the day on which
 * they began: an exception neither cuts nor extends the night before. Spans that meet count as one.
 */
export function openingAt(rules: OpeningRules, now: number): Opening {
  const pausedUntil = rules.paused ? (rules.paused.until ?? Number.POSITIVE_INFINITY) : now;
  if (pausedUntil > now) return { ...nextOpening(rules, now, pausedUntil), reason: wordsOf(rules.paused) };
  const closing = closingOf(rules, now);
  if (closing === null) {
    const exception = rules.exceptions.find((other) => other.day === chinaDay(now));
    return { ...nextOpening(rules, now, now), reason: wordsOf(exception) };
  }
  const closesAt = closing - now > dayMs ? null : closingText(closing);
  return { open: true, opensAt: null, opensDay: null, closesAt, reason: null };
}

/** The end of the spans around `now`, at least as far as tomorrow; null where none is around it. */
function closingOf(rules: OpeningRules, now: number): number | null {
  const spans = spansFrom(rules, dayAfter(chinaDay(now), -1), 4).sort((a, b) => a.from - b.from);
  let end: number | null = null;
  for (const { from, to } of spans) {
    if (end === null ? from <= now && now < to : from <= end && to > end) end = to;
  }
  return end;
}

/** The first moment from `earliest` on at which the hours are open. */
function nextOpening(rules: OpeningRules, now: number, earliest: number) {
  const at = Number.isFinite(earliest) ? firstOpen(rules, earliest) : null;
  if (at === null) return { open: false, opensAt: null, opensDay: null, closesAt: null };
  const day = chinaDay(at);
  const opensDay = day === chinaDay(now) ? null : dayText(day, now);
  return { open: false, opensAt: chinaClockText(at), opensDay, closesAt: null };
}

function firstOpen(rules: OpeningRules, earliest: number): number | null {
  const still = ({ to }: Span) => to > earliest;
  const today = chinaDay(earliest);
  for (let count = -1; count <= lookAheadDays; count += 1) {
    const begins = spansOf(rules, dayAfter(today, count))
      .filter(still)
      .map(({ from }) => Math.max(from, earliest));
    if (begins.length > 0) return Math.min(...begins);
  }
  return null;
}

const closingText = (at: number): string => (chinaMinuteOfDay(at) === 0 ? "24:00" : chinaClockText(at));

const wordsOf = (said: { reason: string; reasonEn: string } | null | undefined): Words | null =>
  said?.reason || said?.reasonEn
    ? { zh: said.reason || said.reasonEn, en: said.reasonEn || said.reason }
    : null;

const weekdays: readonly Words[] = [
  { zh: "周一", en: "on Monday" },
  { zh: "周二", en: "on Tuesday" },
  { zh: "周三", en: "on Wednesday" },
  { zh: "周四", en: "on Thursday" },
  { zh: "周五", en: "on Friday" },
  { zh: "周六", en: "on Saturday" },
  { zh: "周日", en: "on Sunday" },
];

/** A coming day as people say it at `now`: tomorrow, a weekday within the week, else the date. */
export function dayText(day: string, now: number): DayText {
  const distance = Math.round((midnightOf(day) - midnightOf(chinaDay(now))) / dayMs);
  if (distance === 1) return { day, zh: "明天", en: "tomorrow" };
  const weekday = distance < 7 ? weekdays[chinaWeekday(midnightOf(day)) - 1] : undefined;
  if (weekday) return { day, ...weekday };
  const [, month = "", date = ""] = day.split("-").map((part) => String(Number(part)));
  return { day, zh: `${month} 月 ${date} 日`, en: `on ${day}` };
}
