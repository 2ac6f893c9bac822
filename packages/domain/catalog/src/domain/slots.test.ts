import { chinaClockText, chinaDay, minute } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openingAt } from "./hours.ts";
import { dayAfter, midnightOf } from "./opening-spans.ts";
import { noon, shopOf } from "./sample-shop.test-data.ts";
import { slotsOf } from "./slots.ts";

const monday = "2026-11-23";
const rules = { lengthMinutes: 30, capacity: 10, leadMinutes: 40, daysAhead: 1 };
const shop = { ...shopOf(1), slots: rules, hours: [{ open: "10:15", close: "14:00" }] };
const texts = (slots: readonly { from: number; to: number }[]) =>
  slots.map(({ from, to }) => `${chinaClockText(from)}-${chinaClockText(to)}`);

describe("slots", () => {
  it("are whole, within the hours, after the lead time", () => {
    expect(texts(slotsOf(shop, { now: noon, day: monday }))).toEqual(["12:45-13:15", "13:15-13:45"]);
    expect(slotsOf(shop, { now: noon, day: "2026-11-24" })).toHaveLength(7);
  });
  it("end with the days ahead, and are none in the past or without rules", () => {
    for (const day of ["2026-11-22", "2026-11-25"]) expect(slotsOf(shop, { now: noon, day })).toEqual([]);
    expect(slotsOf({ ...shop, slots: null }, { now: noon, day: monday })).toEqual([]);
  });
  it("leave out what a pause or an exception closes", () => {
    const paused = (until: number | null) => ({ ...shop, paused: { until, reason: "", reasonEn: "" } });
    expect(texts(slotsOf(paused(noon + 60 * minute), { now: noon, day: monday }))).toEqual(["13:15-13:45"]);
    expect(slotsOf(paused(null), { now: noon, day: monday })).toEqual([]);
    const exceptions = [{ day: "2026-11-24", hours: [], reason: "", reasonEn: "" }];
    expect(slotsOf({ ...shop, exceptions }, { now: noon, day: "2026-11-24" })).toEqual([]);
  });
  it("after midnight stand on the day of the clock", () => {
    const late = { ...shop, hours: [{ open: "23:00", close: "01:00" }] };
    expect(texts(slotsOf(late, { now: noon, day: "2026-11-24" }))).toEqual([
      "00:00-00:30",
      "00:30-01:00",
      "23:00-23:30",
      "23:30-00:00",
    ]);
  });
  it("are open from beginning to end, whatever the rules", () => {
    const clock = fc
      .integer({ min: 0, max: 95 })
      .map((n) => chinaClockText(midnightOf(monday) + n * 15 * minute));
    const hours = fc.array(fc.record({ open: clock, close: clock }), { maxLength: 2 });
    const slots = fc.record({
      lengthMinutes: fc.integer({ min: 10, max: 120 }),
      capacity: fc.constant(1),
      leadMinutes: fc.integer({ min: 0, max: 300 }),
      daysAhead: fc.integer({ min: 0, max: 3 }),
    });
    const ahead = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(hours, slots, ahead, (usual, settings, count) => {
        const any = { ...shop, hours: usual, slots: settings };
        const day = dayAfter(monday, count);
        const found = slotsOf(any, { now: noon, day });
        for (const { from, to } of found) {
          expect(chinaDay(from)).toBe(day);
          expect(from).toBeGreaterThanOrEqual(noon + settings.leadMinutes * minute);
          expect(openingAt(any, from).open && openingAt(any, to - minute).open).toBe(true);
        }
        expect(new Set(found.map(({ from }) => from)).size).toBe(found.length);
      }),
    );
  });
});
