import { describe, expect, it } from "vitest";
import { clockTime, countdown, dayTime, timeRange } from "./clock-words";
import { printFen, yuan } from "./money";

describe("money in print", () => {
  it("drops trailing zeros unless it has to be exact", () => {
    expect(printFen(1250)).toEqual({ sign: "", yuan: "12", decimals: ".5" });
    expect(yuan(1200, false)).toBe("¥12");
    expect(yuan(1200)).toBe("¥12.00");
    expect(yuan(-5)).toBe("-¥0.05");
  });
});

describe("time in print", () => {
  const noon = Date.UTC(2026, 8, 1, 4, 5);
  it("is China's wherever the phone is", () => {
    expect(clockTime(noon)).toBe("12:05");
    expect(timeRange(noon, noon + 600_000)).toBe("12:05–12:15");
  });
  it("names the day only when it is another one", () => {
    expect(dayTime(noon, noon + 3_600_000)).toBe("12:05");
    expect(dayTime(noon, noon + 86_400_000)).toBe("9月1日 12:05");
  });
  it("counts down to zero and no further", () => {
    expect(countdown(245_000)).toBe("4:05");
    expect(countdown(-1)).toBe("0:00");
  });
});
