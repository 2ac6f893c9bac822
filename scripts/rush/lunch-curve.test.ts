import { describe, expect, it } from "vitest";
import { arrivals, lunchCurve } from "./lunch-curve.ts";

describe("a lunch curve", () => {
  const curve = { source: "test", bins: [1, 0, 3] };
  it("lays everybody on its shape, in order, within the time", () => {
    const times = arrivals(curve, 400, 30_000);
    expect(times).toHaveLength(400);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const inBin = (bin: number) => times.filter((at) => Math.floor(at / 10_000) === bin).length;
    expect([inBin(0), inBin(1), inBin(2)]).toEqual([100, 0, 300]);
  });
  it("keeps its shape for a few people", () => {
    expect(arrivals(curve, 1, 30_000)[0]).toBeGreaterThan(20_000);
    expect(arrivals(curve, 0, 30_000)).toEqual([]);
  });
  it("is the built-in one where the data is not there, and has a peak in either case", () => {
    expect(lunchCurve("/nowhere.json").source).toBe("built-in");
    for (const { bins } of [lunchCurve(), lunchCurve("/nowhere.json")]) {
      expect(bins).toHaveLength(18);
      expect(Math.max(...bins)).toBeGreaterThan((1.5 * bins.reduce((a, b) => a + b)) / bins.length);
    }
  });
});
