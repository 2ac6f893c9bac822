import { minute, second, toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { credible, isCredible, isFresh, isReusable, promiseFor, promiseWidth } from "./index.ts";

const noon = 1_795_406_400_000;

describe("promise", () => {
  const trip = { now: noon, prepMinutes: 12, waiting: 0, walkMetres: 960 };
  it("adds cooking, queue and way and rounds up to five minutes", () => {
    // 12 min + 960 m / 4 m/s = 16 min
    expect(promiseFor(trip).earliest).toBe(noon + 20 * minute);
    expect(promiseFor({ ...trip, waiting: 2 }).earliest).toBe(noon + 20 * minute);
    expect(promiseFor({ ...trip, waiting: 3 }).earliest).toBe(noon + 25 * minute);
    expect(promiseFor({ ...trip, prepMinutes: 0, walkMetres: 0 }).earliest).toBe(noon);
  });
  it("is ten minutes wide and never earlier than its parts", () => {
    for (let n = 0; n < 200; n++) {
      const now = noon + n * 7_919;
      const { earliest, latest } = promiseFor({
        now,
        prepMinutes: n % 30,
        waiting: n % 9,
        walkMetres: n * 11,
      });
      expect(latest - earliest).toBe(promiseWidth);
      expect(earliest % (5 * minute)).toBe(0);
      const parts = now + ((n % 30) + (n % 9) * 2) * minute + (n * 11 * second) / 4;
      expect(earliest).toBeGreaterThanOrEqual(parts);
      expect(earliest - parts).toBeLessThan(5 * minute);
    }
  });
  it("does not promise for next week because a counter ran away", () => {
    expect(promiseFor({ ...trip, waiting: 9_999 }).earliest).toBe(noon + 80 * minute);
  });
});

describe("positions", () => {
  const at = (seconds: number, metresNorth: number) => ({
    point: [121, 31 + metresNorth / 111_195] as const,
    at: noon + seconds * second,
  });
  it.each([
    ["the first", null, at(0, 0), true],
    ["a step", at(0, 0), at(5, 30), true],
    ["108 km/h and the error of the fix", at(0, 0), at(5, 169), true],
    ["a jump", at(0, 0), at(5, 180), false],
    ["an older one", at(5, 0), at(4, 0), false],
    ["the same again", at(5, 0), at(5, 0), false],
    ["a clock one minute ahead", at(0, 0), at(60, 10), true],
    ["a clock further ahead", at(0, 0), at(61, 10), false],
    ["the first from the future", null, at(61, 0), false],
  ])("%s", (_, last, next, kept) => {
    expect(isCredible(last, next, noon)).toBe(kept);
  });
  it("are judged by the last one kept, so one wild fix costs only itself", () => {
    const kept = credible(null, [at(-20, 0), at(-15, 900), at(-10, 20), at(-12, 15), at(-5, 40)], noon);
    expect(kept.map((p) => (p.at - noon) / second)).toEqual([-20, -10, -5]);
  });
  it("grow old", () => {
    expect([isFresh(at(-600, 0), noon), isFresh(at(-601, 0), noon)]).toEqual([true, false]);
  });
});

describe("call bindings", () => {
  const account = (n: number) => toId("account", `acc_${String(n).padStart(20, "0")}`);
  it("are reused for the same two people while a minute is left", () => {
    const binding = { caller: account(1), callee: account(2), number: "1", until: noon + minute };
    expect(isReusable(binding, account(2), noon)).toBe(true);
    expect(isReusable(binding, account(3), noon)).toBe(false);
    expect(isReusable(binding, account(2), noon + 1)).toBe(false);
  });
});
