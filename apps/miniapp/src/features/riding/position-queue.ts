import type { Inputs } from "@/rpc";

export type ReportedPosition = Inputs["rider"]["report"]["positions"][number];

/** The server takes so many at once. */
export const batchSize = 60;
/** Half an hour at one in four seconds; what is older helps nobody. */
const keptAtMost = 450;

/** Adds a position measured later than the last; the oldest fall out of a full queue. */
export function withPosition(
  queue: readonly ReportedPosition[],
  next: ReportedPosition,
): readonly ReportedPosition[] {
  const last = queue[queue.length - 1];
  if (last && next.at <= last.at) return queue;
  return [...queue, next].slice(-keptAtMost);
}

/** What goes out next, oldest first. */
export const nextBatch = (queue: readonly ReportedPosition[]): ReportedPosition[] =>
  queue.slice(0, batchSize);

/** The queue after a batch arrived; positions that came meanwhile stay. */
export function withoutBatch(
  queue: readonly ReportedPosition[],
  batch: readonly ReportedPosition[],
): readonly ReportedPosition[] {
  const sent = new Set(batch.map((position) => position.at));
  return queue.filter((position) => !sent.has(position.at));
}
