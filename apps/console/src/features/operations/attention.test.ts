import { describe, expect, it } from "vitest";
import { alarmsOf, attentionCount } from "./attention.ts";

const calm = { parkedEvents: 0, stuckSagas: 0, stuckShares: 0, openBreakers: 0, failedJobs: 0, workers: 2 };

describe("attention", () => {
  it("is nothing while everything goes by itself, or while nobody knows", () => {
    expect(alarmsOf(calm)).toEqual([]);
    expect(attentionCount(calm)).toBe(0);
    expect(attentionCount(undefined)).toBe(0);
  });

  it("adds up what waits for a person, the worst first", () => {
    const bad = {
      parkedEvents: 3,
      stuckSagas: 1,
      stuckShares: 1,
      openBreakers: 2,
      failedJobs: 1,
      workers: 0,
    };
    expect(alarmsOf(bad).map(({ key, to, count }) => [key, to, count])).toEqual([
      ["workers", "/operations/consumers", 1],
      ["sagas", "/operations/sagas", 1],
      ["shares", "/money/receivers", 1],
      ["events", "/operations/events", 3],
      ["jobs", "/operations/jobs", 1],
      ["breakers", "/operations/breakers", 2],
    ]);
    expect(attentionCount(bad)).toBe(9);
  });
});
