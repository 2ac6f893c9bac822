import type { Review } from "./use-reviews.ts";

/** What of the reviews is shown; all of it stands in the address. */
export type ReviewFilters = {
  /** "low": one and two stars. */
  readonly only: "low" | "unanswered" | "hidden" | null;
  readonly shopId: string | null;
};

const kinds = ["low", "unanswered", "hidden"] as const;

export const readReviewFilters = (address: URLSearchParams): ReviewFilters => ({
  only: kinds.find((kind) => kind === address.get("only")) ?? null,
  shopId: address.get("shop"),
});

export function writeReviewFilters({ only, shopId }: ReviewFilters): URLSearchParams {
  const address = new URLSearchParams();
  if (only) address.set("only", only);
  if (shopId) address.set("shop", shopId);
  return address;
}

const matches: Readonly<Record<(typeof kinds)[number], (review: Review) => boolean>> = {
  low: (review) => review.stars <= 2,
  unanswered: (review) => review.answer === null,
  hidden: (review) => review.hidden !== null,
};

export const applyReviewFilters = (reviews: readonly Review[], { only, shopId }: ReviewFilters): Review[] =>
  reviews.filter((review) => (!only || matches[only](review)) && (!shopId || review.shopId === shopId));
