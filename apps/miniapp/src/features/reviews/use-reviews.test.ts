import { describe, expect, it, vi } from "vitest";

vi.mock("@/rpc", () => ({ api: {} }));
vi.mock("@/features/loading", () => ({ useAction: () => undefined, useLoad: () => undefined }));
const { joinReviews } = await import("./use-reviews");

const page = (before: string | null, ...reviewIds: string[]) =>
  ({ before, reviews: reviewIds.map((reviewId) => ({ reviewId })) }) as unknown as Parameters<
    typeof joinReviews
  >[0];

describe("pages of reviews", () => {
  it("follow one another without showing one twice", () => {
    expect(joinReviews(page("b", "a", "b"), page(null, "b", "c"))).toEqual(page(null, "a", "b", "c"));
  });
});
