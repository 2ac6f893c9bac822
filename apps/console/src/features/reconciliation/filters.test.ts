import { expect, it } from "vitest";
import { applyDifferenceFilters, readDifferenceFilters, writeDifferenceFilters } from "./filters.ts";
import type { Difference } from "./use-reconciliation.ts";

const one = (change: Partial<Difference>) =>
  ({
    channel: "alipay",
    kind: "doubled",
    day: "2026-11-21",
    state: "open",
    openedAt: 1,
    ...change,
  }) as Difference;
const all = { all: true, book: null, kind: null, day: null };

it("keeps its filters in the address and forgives what it does not understand", () => {
  const filters = { all: true, book: "own", kind: "drift", day: "2026-11-21" } as const;
  expect(readDifferenceFilters(writeDifferenceFilters(filters))).toEqual(filters);
  expect(readDifferenceFilters(new URLSearchParams("book=x&kind=y&day=z"))).toEqual({ ...all, all: false });
});

it("puts open ones first, the oldest on top, and of the closed ones the newest", () => {
  const list = [
    one({ state: "fixed", openedAt: 1 }),
    one({ state: "fixed", openedAt: 2 }),
    one({ openedAt: 4 }),
    one({ openedAt: 3 }),
  ];
  expect(applyDifferenceFilters(list, all).map((each) => each.openedAt)).toEqual([3, 4, 2, 1]);
  expect(applyDifferenceFilters(list, { ...all, book: "own" })).toEqual([]);
  expect(applyDifferenceFilters(list, { ...all, day: "2026-11-21", kind: "doubled" })).toHaveLength(4);
});
