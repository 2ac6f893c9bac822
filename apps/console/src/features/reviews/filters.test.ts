import { expect, it } from "vitest";
import { applyReviewFilters, readReviewFilters, writeReviewFilters } from "./filters.ts";
import type { Review } from "./use-reviews.ts";

const review = (stars: number, change: Partial<Review> = {}) =>
  ({ stars, shopId: "shp_1", answer: null, hidden: null, ...change }) as Review;

it("finds bad, unanswered and hidden reviews, of one shop or all", () => {
  const list = [review(1), review(5, { answer: "谢谢" }), review(2, { hidden: "广告", answer: "…" })];
  const stars = (only: Parameters<typeof applyReviewFilters>[1]["only"], shopId: string | null = null) =>
    applyReviewFilters(list, { only, shopId }).map((one) => one.stars);
  expect(stars("low")).toEqual([1, 2]);
  expect(stars("unanswered")).toEqual([1]);
  expect(stars("hidden")).toEqual([2]);
  expect(stars(null, "shp_2")).toEqual([]);
});

it("keeps its filters in the address", () => {
  const filters = { only: "hidden", shopId: "shp_1" } as const;
  expect(readReviewFilters(writeReviewFilters(filters))).toEqual(filters);
});
