import { chinaDay, day as dayMs, hour, minute } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayText, openingAt } from "./hours.ts";
import { dayAfter, midnightOf, spansFrom } from "./opening-spans.ts";
import { noon } from "./sample-shop.test-data.ts";
import type { Hours, HoursException, Pause, Weekday } from "./shop.ts";

const monday = "2026-11-23";
const at = (day: string, clock: string) =>
  midnightOf(day) + Number(clock.slice(0, 2)) * hour + Number(clock.slice(3)) * minute;
const lunch: Hours = { open: "10:30", close: "14:00" };
const night: Hours = { open: "20:30", close: "02:00" };
const closedOn = (day: string, ...hours: Hours[]): HoursException => ({
  day,
  hours,
  reason: "盘点",
  reasonEn: "Stocktaking",
});
const rules = (hours: Hours[], exceptions: HoursException[] = [], paused: Pause | null = null) => ({
  hours,
  exceptions,
  paused,
});

describe("exceptions", () => {
  it("close a day with their reason and name the day of the next opening", () => {
    const shop = rules([lunch], [closedOn(monday)]);
    expect(openingAt(shop, noon)).toEqual({
      open: false,
      opensAt: "10:30",
      opensDay: { day: "2026-11-24", zh: "明天", en: "tomorrow" },
      closesAt: null,
      reason: { zh: "盘点", en: "Stocktaking" },
    });
    expect(openingAt(shop, at("2026-11-24", "12:00"))).toMatchObject({ open: true, reason: null });
  });
  it("leave the night before alone, and the night after belongs to them", () => {
    const shop = rules([night], [closedOn(monday)]);
    expect(openingAt(shop, at(monday, "01:59"))).toMatchObject({ open: true, closesAt: "02:00" });
    expect(openingAt(shop, at(monday, "21:00")).open).toBe(false);
    expect(openingAt(shop, at("2026-11-24", "01:00")).open).toBe(false);
    expect(openingAt(shop, at("2026-11-24", "20:30")).open).toBe(true);
  });
  it("stand for all usual hours of their day", () => {
    const shop = rules([lunch], [closedOn(monday, night)]);
    expect(openingAt(shop, noon)).toMatchObject({ open: false, opensAt: "20:30", opensDay: null });
    expect(openingAt(shop, at("2026-11-24", "01:00"))).toMatchObject({ open: true, closesAt: "02:00" });
  });
  it("are looked through for a whole winter holiday, but not for ever", () => {
    const holiday = (days: number) =>
      rules(
        [lunch],
        Array.from({ length: days }, (_, n) => closedOn(dayAfter(monday, n))),
      );
    expect(openingAt(holiday(40), noon)).toMatchObject({ opensAt: "10:30", opensDay: { day: "2027-01-02" } });
    expect(openingAt(holiday(90), noon)).toMatchObject({ opensAt: null, opensDay: null });
  });
});

describe("weekdays and pauses", () => {
  it("keep a span on its weekdays only, also past midnight", () => {
    const weekend = rules([{ ...night, weekdays: [7] }]);
    expect(openingAt(weekend, at(monday, "01:00")).open).toBe(true);
    expect(openingAt(weekend, noon)).toMatchObject({
      opensAt: "20:30",
      opensDay: { zh: "周日", en: "on Sunday" },
    });
  });
  it("open again when a pause ends, or when the hours do after it", () => {
    const until = (clock: string | null) =>
      openingAt(
        rules([lunch, night], [], {
          until: clock === null ? null : at(monday, clock),
          reason: "",
          reasonEn: "",
        }),
        noon,
      );
    expect(until("13:00")).toMatchObject({ open: false, opensAt: "13:00", reason: null });
    expect(until("15:00")).toMatchObject({ open: false, opensAt: "20:30" });
    expect(until("11:59")).toMatchObject({ open: true });
    expect(until(null)).toMatchObject({ open: false, opensAt: null });
  });
  it("name days as people do", () => {
    expect(["2026-11-24", "2026-11-29", "2026-11-30"].map((day) => dayText(day, noon).zh)).toEqual([
      "明天",
      "周日",
      "11 月 30 日",
    ]);
  });
  it("are open around the clock where spans meet", () => {
    const always = rules([
      { open: "00:00", close: "14:00" },
      { open: "14:00", close: "24:00" },
    ]);
    expect(openingAt(always, noon)).toMatchObject({ open: true, closesAt: null });
    expect(openingAt(rules([{ open: "10:00", close: "24:00" }]), noon)).toMatchObject({ closesAt: "24:00" });
  });
});

const clockText = fc
  .integer({ min: 0, max: 1_439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`);
const span = fc.record({ open: clockText, close: clockText });
const weekdays = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 });
const anyRules = fc.record({
  hours: fc.array(fc.oneof(span, fc.record({ open: clockText, close: clockText, weekdays })), {
    maxLength: 3,
  }),
  exceptions: fc.uniqueArray(
    fc.record({
      day: fc.integer({ min: -2, max: 9 }).map((n) => dayAfter(monday, n)),
      hours: fc.array(span, { maxLength: 2 }),
      reason: fc.constant(""),
      reasonEn: fc.constant(""),
    }),
    { selector: (exception) => exception.day, maxLength: 4 },
  ),
  paused: fc.constant(null),
});
const moment = fc.integer({ min: -1_440, max: 3 * 1_440 }).map((m) => midnightOf(monday) + m * minute);

describe("at any hour", () => {
  it("a shop is open exactly within the spans that began on this day or the day before", () => {
    fc.assert(
      fc.property(anyRules, moment, (shop, now) => {
        const spans = spansFrom(shop, dayAfter(chinaDay(now), -1), 2);
        expect(openingAt(shop, now).open).toBe(spans.some(({ from, to }) => from <= now && now < to));
      }),
    );
  });
  it("it opens at the moment that it names, and not a minute earlier", () => {
    fc.assert(
      fc.property(anyRules, moment, (shop, now) => {
        const { open, opensAt, opensDay } = openingAt(shop, now);
        fc.pre(!open && opensAt !== null);
        const opening = at(opensDay?.day ?? chinaDay(now), opensAt ?? "");
        expect(opening).toBeGreaterThan(now);
        expect(openingAt(shop, opening).open).toBe(true);
        expect(openingAt(shop, opening - minute).open).toBe(false);
      }),
    );
  });
  it("it is open until it closes, and closed then", () => {
    fc.assert(
      fc.property(anyRules, moment, (shop, now) => {
        const { closesAt } = openingAt(shop, now);
        fc.pre(closesAt !== null);
        const today = at(chinaDay(now), closesAt ?? "");
        const closing = today > now ? today : today + dayMs;
        expect(openingAt(shop, closing - minute).open).toBe(true);
        expect(openingAt(shop, closing).open).toBe(false);
      }),
    );
  });
});
