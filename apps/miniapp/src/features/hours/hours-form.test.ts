import { describe, expect, it } from "vitest";
import { formOf, hoursOf, newSpan, pastMidnight, withSpan } from "./hours-form";

const shop = {
  hours: [
    { open: "10:30", close: "14:00" },
    { open: "16:30", close: "20:00", weekdays: [1, 2, 3, 4, 5] as const },
  ],
  exceptions: [{ day: "2026-12-31", hours: [], reason: "元旦", reasonEn: "New Year" }],
};

describe("the form of opening hours", () => {
  it("reads back as the hours that it was made of", () => {
    expect(hoursOf(formOf(shop))).toEqual(shop);
  });

  it("keeps all seven days as every day, and days in their order", () => {
    const form = formOf(shop);
    const [span] = form.spans;
    if (!span) throw new Error("no span");
    const everyDay = { ...span, weekdays: [7, 6, 5, 4, 3, 2, 1] as const };
    const days = [...form.days, { day: "2026-12-24", spans: [span], reason: "", reasonEn: "" }];
    expect(hoursOf({ spans: [everyDay], days })).toEqual({
      hours: [{ open: "10:30", close: "14:00" }],
      exceptions: [
        { day: "2026-12-24", hours: [{ open: "10:30", close: "14:00" }], reason: "", reasonEn: "" },
        shop.exceptions[0],
      ],
    });
  });

  it("offers lunch first, then dinner", () => {
    const lunch = newSpan([]);
    expect(lunch).toMatchObject({ open: "10:30", close: "14:00" });
    expect(newSpan([lunch])).toMatchObject({ open: "16:30", close: "20:00" });
    expect(withSpan([lunch], lunch.row, null)).toEqual([]);
  });

  it("knows which spans end on the next day", () => {
    expect(pastMidnight({ open: "20:30", close: "02:00" })).toBe(true);
    expect(pastMidnight({ open: "20:30", close: "24:00" })).toBe(false);
  });
});
