import { describe, expect, it, vi } from "vitest";

vi.mock("@/rpc", () => ({ api: {} }));
vi.mock("@/features/loading", () => ({ useAction: () => undefined, useLoad: () => undefined }));
const { joined, withAnswer } = await import("./use-desk-reviews");

const page = (before: number | null, ...orderIds: string[]) =>
  ({ before, reviews: orderIds.map((orderId) => ({ orderId, answer: null })) }) as unknown as Parameters<
    typeof joined
  >[0];

describe("the kitchen's reviews", () => {
  it("follow one another without one standing twice", () => {
    expect(joined(page(5, "a", "b"), page(null, "b", "c"))).toEqual(page(null, "a", "b", "c"));
  });
  it("show an answer with the review that it is for", () => {
    const { reviews } = withAnswer(page(null, "a", "b"), "b", "谢谢");
    expect(reviews.map(({ answer }) => answer)).toEqual([null, "谢谢"]);
  });
});
