import { describe, expect, it } from "vitest";
import { periodOf } from "./periods";

describe("the period of a statement", () => {
  it("ends today, or with the last month", () => {
    // a Sunday
    const today = "2026-11-22";
    expect(periodOf("today", today)).toEqual({ from: today, to: today });
    expect(periodOf("week", today)).toEqual({ from: "2026-11-16", to: today });
    expect(periodOf("week", "2026-11-16")).toEqual({ from: "2026-11-16", to: "2026-11-16" });
    expect(periodOf("month", today)).toEqual({ from: "2026-11-01", to: today });
    expect(periodOf("lastMonth", "2027-01-09")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
  });
});
