import { expect, it } from "vitest";
import { median, percentile, rounded } from "./numbers.ts";

it("takes percentiles by rank, whatever the order of the values", () => {
  const values = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect(percentile(values, 0.5)).toBe(50);
  expect(percentile(values, 0.99)).toBe(99);
  expect(percentile(values, 1)).toBe(100);
  expect(percentile([7], 0.01)).toBe(7);
  expect(percentile([], 0.99)).toBe(0);
});

it("takes the middle value, or the mean of two", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBe(0);
});

it("rounds to what is told", () => {
  expect([rounded(0.4567), rounded(1234.5, 0)]).toEqual([0.46, 1235]);
});
