import { describe, expect, it } from "vitest";
import { atMostFen, itemsOf, missingIn, noComplaint } from "./complaint-draft";

const order = {
  lines: [{ quantity: 3 }, { quantity: 1 }],
  paidLines: [
    { key: "0", fen: 1000, refundableFen: 1000 },
    { key: "1", fen: 500, refundableFen: 200 },
    { key: "delivery", fen: 300, refundableFen: 300 },
  ],
} as unknown as Parameters<typeof atMostFen>[0];

describe("a complaint that is being written", () => {
  it("needs a reason, and dishes unless everything was late", () => {
    expect(missingIn(noComplaint)).toBe("reason");
    expect(missingIn({ ...noComplaint, reason: "missing" })).toBe("items");
    expect(missingIn({ ...noComplaint, reason: "missing", portions: { 0: 0 } })).toBe("items");
    expect(missingIn({ ...noComplaint, reason: "missing", portions: { 0: 1 } })).toBeNull();
    expect(missingIn({ ...noComplaint, reason: "late" })).toBeNull();
  });
  it("names lines with at least one portion", () => {
    expect(itemsOf({ ...noComplaint, portions: { 0: 2, 1: 0 } })).toEqual([{ line: 0, quantity: 2 }]);
  });
  it("says what the portions cost at most, to the fen and never more than is left", () => {
    const worth = (portions: Record<number, number>) => atMostFen(order, { ...noComplaint, portions });
    expect(worth({ 0: 1 })).toBe(333);
    expect(worth({ 0: 3 })).toBe(1000);
    expect(worth({ 0: 3, 1: 1 })).toBe(1200);
    expect(worth({ 7: 1 })).toBe(0);
  });
});
