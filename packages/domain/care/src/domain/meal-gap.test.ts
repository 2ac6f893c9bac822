import { chinaDay, chinaWeekday, day } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DayCount, findMealGap, lookbackDays, mealPattern, review } from "./index.ts";

/** Thursday 2026-11-26, 20:00 in China. */
const thursday = Date.UTC(2026, 10, 26, 12);
const eating = (now: number, eats: (back: number, weekday: number) => number): DayCount[] =>
  Array.from({ length: 100 }, (_, back) => ({
    day: chinaDay(now - back * day),
    meals: eats(back, chinaWeekday(now - back * day)),
  }));
/** Every weekday but Wednesday, except in the last `silent` days and today. */
const regular = (silent: number, now = thursday) =>
  eating(now, (back, weekday) => (back > silent && weekday <= 5 && weekday !== 3 ? 1 : 0));

describe("the rule of the meal gap", () => {
  it("says it in exact words", () => {
    const finding = findMealGap(regular(3), thursday);
    expect(finding).toEqual({
      since: "2026-11-23",
      missedWeekdays: 3,
      mealsPerWeek: 4,
      severity: "notice",
      reason: {
        zh: "连续 3 个工作日没有点餐，平时每周约 4 次",
        en: "No order on 3 weekdays in a row; usually about 4 a week",
      },
    });
  });
  it("counts neither today nor the weekend as missed", () => {
    expect(findMealGap(regular(2), thursday)).toBeNull();
    // Wednesday to Friday were missed: the same on Saturday, Sunday and Monday morning.
    const friday = Date.UTC(2026, 10, 27, 12);
    const found = [1, 2, 3].map((later) =>
      findMealGap(regular(2 + later, friday + later * day), friday + later * day),
    );
    expect(found.map((f) => [f?.missedWeekdays, f?.since])).toEqual([
      [3, "2026-11-25"],
      [3, "2026-11-25"],
      [3, "2026-11-25"],
    ]);
  });
  it("is ended by a meal, also on a weekend or today", () => {
    const monday = Date.UTC(2026, 10, 30, 12);
    const gap = regular(5, monday);
    expect(findMealGap(gap, monday)?.missedWeekdays).toBe(3);
    expect(findMealGap([...gap, { day: "2026-11-28", meals: 1 }], monday)).toBeNull();
    expect(findMealGap([...gap, { day: "2026-11-30", meals: 1 }], monday)).toBeNull();
  });
  it("grows more serious after a week of weekdays", () => {
    const daily = (silent: number) => eating(thursday, (back, w) => (back > silent && w <= 5 ? 1 : 0));
    const found = [5, 6, 7, 8].map((silent) => findMealGap(daily(silent), thursday));
    expect(found.map((f) => [f?.missedWeekdays, f?.severity])).toEqual([
      [3, "notice"],
      [4, "notice"],
      [5, "attention"],
      [6, "attention"],
    ]);
  });
  it("asks for two weeks of history and for most weekdays", () => {
    const since = (first: number) =>
      eating(thursday, (back, w) => (back > 3 && back <= first && w <= 5 ? 1 : 0));
    expect(findMealGap(since(3 + 13), thursday)).toBeNull();
    expect(findMealGap(since(3 + 14), thursday)).not.toBeNull();
    // Of 20 weekdays, 12 are enough and 11 are not; the older habit does not count.
    const often = (days: number) => {
      let left = days;
      return eating(thursday, (back, w) => {
        if (back <= 3 || w > 5) return 0;
        if (back > 3 + 28) return 1;
        return left-- > 0 ? 1 : 0;
      });
    };
    expect(findMealGap(often(12), thursday)).not.toBeNull();
    expect(findMealGap(often(11), thursday)).toBeNull();
    expect(findMealGap([], thursday)).toBeNull();
  });
});

describe("the rule, whatever a person eats", () => {
  const meals = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 100, maxLength: 100 });
  /** Mostly eaters with a gap, so that the rule has something to find. */
  const person = fc
    .record({
      habit: fc.array(fc.constantFrom(1, 1, 1, 0, 2), { minLength: 100, maxLength: 100 }),
      gap: fc.nat(20),
    })
    .map(({ habit, gap }) => habit.map((count, back) => (back <= gap ? 0 : count)));
  const at = fc.integer({ min: 0, max: 400 * 24 }).map((hours) => thursday + hours * 3_600_000);
  const listOf = (counts: readonly number[], now: number) => eating(now, (back) => counts[back] ?? 0);

  it("agrees with counting it out day by day", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.oneof(meals, person), at, (counts, now) => {
        const days = counts
          .slice(0, lookbackDays + 1)
          .map((count, back) => ({ back, count, weekday: chinaWeekday(now - back * day) <= 5 }));
        const lastMeal = days.find((d) => d.count > 0)?.back ?? 0;
        const missed = days.filter((d) => d.back > 0 && d.back < lastMeal && d.weekday);
        const start = missed.at(-1)?.back ?? 0;
        const first = days.findLast((d) => d.count > 0)?.back ?? 0;
        const habit = days.filter((d) => d.back > start && d.back <= Math.min(start + 28, first));
        const weekdays = habit.filter((d) => d.weekday);
        const share = weekdays.filter((d) => d.count > 0).length / weekdays.length;
        const expected = missed.length >= 3 && habit.length >= 14 && share >= 0.6 - 1e-9;
        const finding = findMealGap(listOf(counts, now), now);
        expect(finding !== null).toBe(expected);
        if (!finding) return;
        found++;
        expect(finding.missedWeekdays).toBe(missed.length);
        expect(finding.since).toBe(chinaDay(now - start * day));
        expect(finding.reason.zh).toContain(`连续 ${missed.length} 个工作日`);
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(20);
  });
  it("never alarms about somebody who eats on weekends only, or has less than two weeks", () => {
    fc.assert(
      fc.property(meals, at, (counts, now) => {
        const weekend = eating(now, (back, w) => (w > 5 ? (counts[back] ?? 0) : 0));
        expect(findMealGap(weekend, now)).toBeNull();
        expect(findMealGap(listOf(counts.slice(0, 14), now), now)).toBeNull();
      }),
    );
  });
  it("needs nothing but the days: their order and what is older change nothing", () => {
    fc.assert(
      fc.property(person, at, (counts, now) => {
        const list = listOf(counts, now);
        const old = { day: chinaDay(now - (lookbackDays + 1) * day), meals: 3 };
        expect(findMealGap([old, ...list.toReversed()], now)).toEqual(findMealGap(list, now));
      }),
    );
  });
  it("ends with the next meal", () => {
    fc.assert(
      fc.property(person, at, fc.nat(60), (counts, now, later) => {
        const list = listOf(counts, now);
        const finding = findMealGap(list, now);
        fc.pre(finding !== null);
        const open = { alertId: "a", since: finding?.since ?? "", reasonZh: finding?.reason.zh ?? "" };
        expect(review(list, open, now)).toEqual({ kind: "nothing" });
        const then = now + later * day;
        expect(review(list, open, then).kind).not.toBe("close");
        const ate = [...list, { day: chinaDay(then), meals: 1 }];
        expect(review(ate, open, then)).toEqual({ kind: "close", alertId: "a" });
      }),
      { numRuns: 60 },
    );
  });
});

describe("the pattern shown", () => {
  it("runs from four weeks before the gap to today, without holes", () => {
    const pattern = mealPattern(regular(3), "2026-11-23", thursday);
    expect(pattern).toHaveLength(28 + 4);
    expect([pattern[0]?.day, pattern.at(-1)]).toEqual(["2026-10-26", { day: "2026-11-26", meals: 0 }]);
    expect(mealPattern([], "2026-01-01", thursday)).toHaveLength(84);
  });
});
