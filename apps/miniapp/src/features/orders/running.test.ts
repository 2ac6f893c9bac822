import { describe, expect, it } from "vitest";
import { joinPages, type OrderCardData, splitRunning } from "./running";

const order = (orderId: string, stage: string, earliest = 0): OrderCardData =>
  ({ orderId, stage, payment: "paid", promise: { earliest, latest: earliest } }) as unknown as OrderCardData;

describe("orders on a page", () => {
  it("puts what waits for the person first", () => {
    const { running, earlier } = splitRunning([
      order("done", "completed"),
      order("cook", "cooking", 1),
      order("way", "onTheWay", 9),
      order("pay", "awaitingPayment", 9),
    ]);
    expect(running.map((o) => o.orderId)).toEqual(["pay", "way", "cook"]);
    expect(earlier.map((o) => o.orderId)).toEqual(["done"]);
  });
  it("never shows an order twice", () => {
    expect(
      joinPages([order("a", "completed")], [order("a", "completed"), order("b", "completed")]),
    ).toHaveLength(2);
  });
});
