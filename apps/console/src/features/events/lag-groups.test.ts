import { minute } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { lagGroups, lagState } from "./lag-groups.ts";
import type { ConsumerLag } from "./use-failed-events.ts";

const lag = (consumer: string, group: string | null, change: Partial<ConsumerLag> = {}): ConsumerLag => ({
  ...{ consumer, group, waiting: 0, parked: 0, oldestMs: 0, held: 0, heldSince: null, heldReason: null },
  ...change,
});

describe("lag", () => {
  it("stands by group: our own, each platform, one that has no words, what nobody handles; the worst first in each", () => {
    const groups = lagGroups([
      lag("old", null),
      lag("n", "new-host"),
      lag("d", "dd"),
      lag("a", "alipay"),
      lag("w", "weapp"),
      lag("fine", "own"),
      lag("late", "own", { oldestMs: 5 }),
      lag("parked", "own", { parked: 1 }),
    ]);
    expect(groups.map(({ key, consumers }) => [key, consumers.map(({ consumer }) => consumer)])).toEqual([
      ["own", ["parked", "late", "fine"]],
      ["weapp", ["w"]],
      ["alipay", ["a"]],
      ["dd", ["d"]],
      ["new-host", ["n"]],
      ["", ["old"]],
    ]);
  });

  it("says what to do for each state, and nothing where all is well", () => {
    expect(lagState(lag("c", "own", { waiting: 3, oldestMs: 2_000 })).todo).toBeNull();
    expect(lagState(lag("c", "own", { waiting: 3, oldestMs: 2 * minute })).zh).toBe("积压");
    expect(lagState(lag("c", "own", { held: 3, oldestMs: 2 * minute })).zh).toBe("等轮到");
    expect(lagState(lag("c", "own", { held: 3, parked: 1 })).tone).toBe("danger");
  });
});
