import { describe, expect, it } from "vitest";
import { dayWords, slotDays, slotWords } from "./slot-choice";

/** 2026-11-22 12:00 in China, a Sunday. */
const noon = Date.UTC(2026, 10, 22, 4);
const hour = 3_600_000;
const slot = (from: number, left = 3) => ({ from, to: from + hour / 4, left });

describe("slots to choose from", () => {
  it("stand under their day, in the day's own words", () => {
    const days = slotDays([slot(noon), slot(noon + hour, 0), slot(noon + 20 * hour)], noon);
    expect(days.map(({ words, slots }) => [words.zh, slots.length])).toEqual([
      ["今天", 2],
      ["明天", 1],
    ]);
    expect(dayWords(noon + 48 * hour, noon)).toEqual({ zh: "周二", en: "Tue" });
  });
  it("begin a new day at midnight in China, wherever the phone is", () => {
    expect(dayWords(noon + 12 * hour - 1, noon).zh).toBe("今天");
    expect(dayWords(noon + 12 * hour, noon).zh).toBe("明天");
  });
  it("are said with day and range", () => {
    expect(slotWords(slot(noon + 24 * hour), noon)).toEqual({
      zh: "明天 12:00–12:15",
      en: "Tomorrow 12:00–12:15",
    });
  });
});
