import { chinaDay } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { dayAfter, midnightOf, monthAfter, partsOf, weeksOf } from "./calendar";

describe("the calendar", () => {
  it("shows a month by weeks that begin on Monday", () => {
    const weeks = weeksOf("2026-11");
    // 1 November 2026 is a Sunday
    expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
    expect(weeks.at(-1)).toEqual(["2026-11-30", null, null, null, null, null, null]);
    expect(weeks.flat().filter(Boolean)).toHaveLength(30);
    expect(weeksOf("2028-02").flat().filter(Boolean)).toHaveLength(29);
  });

  it("goes from month to month over the year's end", () => {
    expect([monthAfter("2026-12", 1), monthAfter("2027-01", -1), monthAfter("2026-11", 14)]).toEqual([
      "2027-01",
      "2026-12",
      "2028-01",
    ]);
  });

  it("goes from day to day, whatever time zone the device has", () => {
    expect([dayAfter("2026-11-30", 1), dayAfter("2026-03-01", -1), dayAfter("2026-12-31", 1)]).toEqual([
      "2026-12-01",
      "2026-02-28",
      "2027-01-01",
    ]);
    expect(chinaDay(midnightOf("2026-11-22"))).toBe("2026-11-22");
    expect(partsOf("2026-11-22")).toEqual({ year: 2026, month: 11, date: 22, weekday: 7 });
  });
});
