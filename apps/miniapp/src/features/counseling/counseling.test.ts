import { describe, expect, it } from "vitest";
import { type Alert, groupAlerts } from "./alert-list";
import { daysBetween, mealWeeks, shortDay } from "./meal-weeks";

const alert = (alertId: string, severity: string, since: string, seenAt?: number) =>
  ({
    alertId,
    severity,
    since,
    openedAt: 0,
    seen: seenAt ? { at: seenAt, by: "陈老师" } : null,
  }) as unknown as Alert;

describe("a counselor's alerts", () => {
  it("stand by what needs somebody first", () => {
    const groups = groupAlerts([
      alert("a", "notice", "2026-11-17"),
      alert("b", "attention", "2026-11-16"),
      alert("c", "attention", "2026-11-13"),
      alert("d", "attention", "2026-11-10", 5),
      alert("e", "notice", "2026-11-10", 9),
    ]);
    expect(groups.map((group) => [group.key, group.alerts.map((one) => one.alertId)])).toEqual([
      ["attention", ["c", "b"]],
      ["notice", ["a"]],
      ["seen", ["e", "d"]],
    ]);
    expect(groupAlerts([])).toEqual([]);
  });
});

describe("a student's weeks", () => {
  const days = Array.from({ length: 17 }, (_, i) => ({
    day: `2026-11-${String(i + 1).padStart(2, "0")}`,
    meals: i < 10 ? 1 : 0,
  }));

  it("are whole, end today, and count meals only", () => {
    expect(mealWeeks(days, 6)).toEqual([
      { from: "2026-11-04", to: "2026-11-10", meals: 7 },
      { from: "2026-11-11", to: "2026-11-17", meals: 0 },
    ]);
    expect(mealWeeks(days, 1)).toHaveLength(1);
    expect(mealWeeks([], 6)).toEqual([]);
  });

  it("are named by day", () => {
    expect(shortDay("2026-11-04")).toBe("11/4");
    expect(daysBetween("2026-11-16", "2026-11-22")).toBe(6);
  });
});
