import { describe, expect, it } from "vitest";
import { batchSize, nextBatch, type ReportedPosition, withoutBatch, withPosition } from "./position-queue";

const at = (second: number): ReportedPosition => ({ lon: 120, lat: 30, at: 1_000 * second });
const filled = (count: number) =>
  Array.from({ length: count }, (_, i) => at(i + 1)).reduce(withPosition, [] as readonly ReportedPosition[]);

describe("positions that wait for a connection", () => {
  it("go out oldest first, at most sixty at once", () => {
    const queue = filled(70);
    const batch = nextBatch(queue);
    expect(batch.map((one) => one.at).slice(0, 2)).toEqual([1_000, 2_000]);
    expect(batch).toHaveLength(batchSize);
    expect(withoutBatch(queue, batch)).toHaveLength(10);
  });

  it("keep what was measured while a batch was on its way", () => {
    const queue = filled(2);
    expect(withoutBatch(withPosition(queue, at(9)), nextBatch(queue))).toEqual([at(9)]);
  });

  it("drop a second answer of the same moment, and the oldest of too many", () => {
    expect(withPosition(filled(2), at(2))).toHaveLength(2);
    const queue = filled(500);
    expect(queue).toHaveLength(450);
    expect(queue[0]).toEqual(at(51));
  });
});
