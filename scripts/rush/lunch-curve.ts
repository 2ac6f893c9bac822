import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export type LunchCurve = { readonly source: string; readonly bins: readonly number[] };

/** Ten-minute bins of a day: 10:30 to 13:30. */
const [firstBin, lastBin] = [63, 81];

/** Our own: two waves, when the third and when the fourth lesson ends, and a tail of late sleepers. */
const builtIn: LunchCurve = {
  source: "built-in",
  bins: [1, 1, 2, 3, 5, 8, 11, 13, 12, 13, 14, 12, 9, 7, 5, 4, 3, 2],
};

const shared = path.resolve(import.meta.dirname, "../../../shared/data/demand_curves_10min.json");

/** The sharpest city lunch that was measured (Bogotá), where the data lies beside the project; else the built-in one. */
export function lunchCurve(file = shared): LunchCurve {
  if (!existsSync(file)) return builtIn;
  const { curves } = JSON.parse(readFileSync(file, "utf8")) as { curves: Record<string, number[]> };
  const bins = curves.rappi_Bogota?.slice(firstBin, lastBin) ?? [];
  return bins.length === lastBin - firstBin ? { source: "Bogotá 10:30–13:30", bins } : builtIn;
}

/**
 * When each of `count` people comes, in ms from the start, ascending: the curve laid over `lengthMs`. Evenly placed on
 * its integral rather than drawn, so that a small rush has the same shape as a large one.
 */
export function arrivals(curve: LunchCurve, count: number, lengthMs: number): number[] {
  const total = curve.bins.reduce((sum, share) => sum + share, 0);
  const binMs = lengthMs / curve.bins.length;
  const times: number[] = [];
  let before = 0;
  for (const [index, share] of curve.bins.entries()) {
    const after = before + share / total;
    while (times.length < count && (times.length + 0.5) / count < after) {
      const quantile = (times.length + 0.5) / count;
      times.push((index + (quantile - before) / (after - before)) * binMs);
    }
    before = after;
  }
  // Rounding of the last sum may leave the last one out.
  while (times.length < count) times.push(lengthMs);
  return times;
}
