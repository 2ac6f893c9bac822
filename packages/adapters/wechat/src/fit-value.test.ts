import { shorten } from "@sanqi/outbound";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitValue } from "./fit-value.ts";

describe("shorten", () => {
  it("keeps what fits and marks what it cuts", () => {
    expect(shorten("红烧肉盖饭", 5)).toBe("红烧肉盖饭");
    expect(shorten("红烧肉盖饭加蛋", 5)).toBe("红烧肉盖…");
    expect(shorten("吃🍚🍚🍚", 5)).toBe("吃🍚…");
    expect(shorten("\ud83c", 5)).toBe("\ufffd");
  });

  it("is never longer than the limit and never splits a character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 80 }),
        fc.integer({ min: 1, max: 40 }),
        (text, limit) => {
          const short = shorten(text, limit);
          expect(short.length).toBeLessThanOrEqual(limit);
          expect(short.isWellFormed()).toBe(true);
          if (text.length <= limit) expect(short).toBe(text.toWellFormed());
          else expect(text.toWellFormed().startsWith(short.slice(0, -1))).toBe(true);
        },
      ),
    );
  });
});

describe("fitValue", () => {
  it("brings values into the form of their field", () => {
    expect(fitValue("thing1", "一食堂\n川味小炒")).toBe("一食堂 川味小炒");
    expect(fitValue("thing4", "")).toBe("无");
    expect(fitValue("character_string2", "订单 A-1024")).toBe("A-1024");
    expect(fitValue("time3", "约 12:35 送达")).toBe("12:35");
    expect(fitValue("time3", "12:20 - 12:35")).toBe("12:20~12:35");
    expect(fitValue("time4", "2026年11月22日 09:05:30")).toBe("2026年11月22日 09:05:30");
    expect(fitValue("time4", "11-22 9:05")).toBe("9:05");
    expect(fitValue("amount3", "24.50 元")).toBe("¥24.50");
    expect(fitValue("amount3", "¥1,024.00")).toBe("¥1024.00");
    expect(fitValue("name3", "陈师傅 138****0000")).toBe("陈师傅");
    expect(fitValue("name3", "王")).toBe("王");
  });

  it("says so where there is no such form", () => {
    for (const text of ["", "尽快", "25:99", "112:05", "1:2"])
      expect(fitValue("time3", text)).toBeUndefined();
    expect(fitValue("amount3", "免费")).toBeUndefined();
    expect(fitValue("character_string2", "订单")).toBeUndefined();
    expect(fitValue("nothing1", "x")).toBeUndefined();
  });

  it("never exceeds the platform's limits", () => {
    const limits = { thing1: 20, character_string2: 32, name3: 20 };
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        for (const [key, limit] of Object.entries(limits)) {
          const value = fitValue(key, text);
          if (value === undefined) continue;
          expect(value.length).toBeLessThanOrEqual(limit);
          expect(value).not.toMatch(/\p{Cc}/u);
          expect(value.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
