import { fen, minute } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import type { OrderRow } from "../orders/use-orders.ts";
import { attentionOf, dayFigures } from "./figures.ts";

const now = Date.UTC(2026, 10, 22, 4);
const row = (orderNo: string, stage: OrderRow["stage"], change: Partial<OrderRow> = {}) =>
  ({
    orderNo,
    stage,
    payment: "paid",
    totalFen: fen(2000),
    refundedFen: fen(0),
    riderName: null,
    placedAt: now - 3 * minute,
    promise: { earliest: now + 10 * minute, latest: now + 20 * minute },
    ...change,
  }) as OrderRow;
const passed = { promise: { earliest: now - 20 * minute, latest: now - 10 * minute } };

describe("figures of the day", () => {
  it("adds up money that stayed, and counts late ones only while they run", () => {
    const rows = [
      row("A1", "completed", passed),
      row("A2", "onTheWay", passed),
      row("A3", "refused", { payment: "refunded", refundedFen: fen(2000) }),
      row("A5", "refused", { payment: "refunding", refundedFen: fen(2000) }),
      row("A6", "completed", { payment: "partlyRefunded", refundedFen: fen(500) }),
      row("A4", "awaitingPayment", { payment: "unpaid" }),
    ];
    expect(dayFigures(rows, now)).toEqual({ orders: 6, paid: 3, paidFen: 5500, delivered: 2, late: 1 });
  });
});

describe("attention", () => {
  it("lists the pressing ones, worst first, and leaves the rest alone", () => {
    const rows = [
      row("fine", "cooking"),
      row("soon", "onTheWay", { promise: { earliest: now, latest: now + 4 * minute } }),
      row("noRider", "waitingForRider"),
      row("silent", "waitingForKitchen", { placedAt: now - 9 * minute }),
      row("late", "cooking", passed),
      row("done", "delivered", passed),
    ];
    expect(attentionOf(rows, now).map((item) => [item.row.orderNo, item.why, item.minutes])).toEqual([
      ["late", "late", 10],
      ["silent", "kitchenSilent", 9],
      ["noRider", "noRider", 3],
      ["soon", "soon", 4],
    ]);
  });

  it("does not hurry a kitchen that just got the order", () => {
    expect(attentionOf([row("new", "waitingForKitchen")], now)).toEqual([]);
  });
});
