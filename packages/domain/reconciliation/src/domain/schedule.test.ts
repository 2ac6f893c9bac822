import { chinaDay, day as dayMs, hour, minute } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseChanges, isLookedAtAgain, type KnownCase } from "./cases.ts";
import { type DifferenceState, differenceStates } from "./difference.ts";
import { dayAfter, startOfDay } from "./own-row.ts";
import { dueDays, isBelievable, isOver } from "./schedule.ts";

const at = (day: string, ms: number) => startOfDay(day) + ms;

describe("days", () => {
  it("begin at midnight in China, over all years", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (days) => {
        const moment = days * dayMs + 5 * hour;
        expect(startOfDay(chinaDay(moment))).toBe(days * dayMs - 8 * hour);
        expect(startOfDay(dayAfter(chinaDay(moment)))).toBe((days + 1) * dayMs - 8 * hour);
      }),
    );
  });
  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "today", ""])("%s is none", (text) => {
    expect(() => startOfDay(text)).toThrow(RangeError);
  });
});

describe("bills that are due", () => {
  it("begin with yesterday's, five minutes after ten", () => {
    expect(dueDays(at("2026-11-23", 10 * hour + 4 * minute), null)).toEqual(["2026-11-21"]);
    expect(dueDays(at("2026-11-23", 10 * hour + 5 * minute), null)).toEqual(["2026-11-22"]);
  });
  it("go on from the last one, once each, through a rest of days", () => {
    const noon = at("2026-11-23", 12 * hour);
    expect(dueDays(noon, "2026-11-22")).toEqual([]);
    expect(dueDays(noon, "2026-11-23")).toEqual([]);
    expect(dueDays(noon, "2026-11-19")).toEqual(["2026-11-20", "2026-11-21", "2026-11-22"]);
    expect(dueDays(noon, "2026-01-01")).toHaveLength(30);
  });
  it("are believed to be empty where we have nothing ourselves, or a day later", () => {
    const now = at("2026-11-23", 11 * hour);
    expect(isBelievable("2026-11-22", { lines: 0, kept: 0, own: 0, now })).toBe(true);
    expect(isBelievable("2026-11-22", { lines: 0, kept: 0, own: 3, now })).toBe(false);
    expect(isBelievable("2026-11-22", { lines: 1, kept: 0, own: 3, now })).toBe(true);
    expect(isBelievable("2026-11-22", { lines: 0, kept: 0, own: 3, now: now + dayMs })).toBe(true);
  });
  it("never take the place of lines with nothing", () => {
    const now = at("2027-01-23", 11 * hour);
    expect(isBelievable("2026-11-22", { lines: 0, kept: 2, own: 0, now })).toBe(false);
    expect(isBelievable("2026-11-22", { lines: 1, kept: 2, own: 0, now })).toBe(true);
  });
  it("exist of days that are over only", () => {
    expect(isOver("2026-11-22", at("2026-11-22", dayMs - 1))).toBe(false);
    expect(isOver("2026-11-22", at("2026-11-22", dayMs))).toBe(true);
  });
});

describe("cases", () => {
  const states = Object.keys(differenceStates) as DifferenceState[];
  const dated = (n: number) => ({
    day: "2026-11-22",
    kind: "missingThere" as const,
    subject: "payment" as const,
    number: `pay_${n}`,
    paymentId: null,
    platformNumber: null,
    expected: null,
    found: 1,
    ownState: null,
    at: n,
  });
  const known = (n: number, state: DifferenceState): KnownCase => ({
    ...dated(n),
    differenceId: `dif_${n}`,
    state,
  });

  it("are the same when found again, and stay as a person left them", () => {
    for (const state of states) {
      const again = caseChanges([known(1, state)], [dated(1)]);
      expect(again.opened).toEqual([]);
      expect(again.vanished).toEqual([]);
      expect(again.reopened.length).toBe(state === "gone" ? 1 : 0);
      expect(again.kept.length).toBe(state === "open" ? 1 : 0);
    }
  });
  it("that a person closed are open again when they are no longer the same", () => {
    const changes = [{ expected: 5 }, { found: 2 }, { ownState: "closed" }];
    for (const state of ["accepted", "explained", "fixed"] as const)
      for (const change of changes)
        expect(caseChanges([known(1, state)], [{ ...dated(1), ...change }]).reopened).toHaveLength(1);
  });
  it("that a run says nothing of stay as they are", () => {
    expect(caseChanges([known(1, "open")], [], () => false).vanished).toEqual([]);
    const ofDay = (subject: "stock" | "order", day: string) =>
      isLookedAtAgain({ subject, day }, "2026-11-22");
    expect([ofDay("stock", "2026-11-21"), ofDay("stock", "2026-11-22")]).toEqual([false, true]);
    expect(ofDay("order", "2026-01-01")).toBe(true);
  });
  it("that are not found any more go, if they were open", () => {
    for (const state of states)
      expect(caseChanges([known(1, state)], []).vanished.length).toBe(state === "open" ? 1 : 0);
  });
  it("of another day are others", () => {
    expect(caseChanges([{ ...known(1, "open"), day: "2026-11-21" }], [dated(1)]).opened).toHaveLength(1);
  });
});
