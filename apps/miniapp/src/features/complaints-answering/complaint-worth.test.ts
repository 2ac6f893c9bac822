import { fen } from "@sanqi/kernel";
import { type Order, paidByLine, refundableByLine, worthOf } from "@sanqi/orders";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Complaint, canAgree, worthByLine, worthOfCase } from "./complaint-worth";

type Priced = Pick<Order, "lines" | "amounts" | "discounts" | "refunds">;
const complaintOf = (order: Priced, items: readonly { line: number; quantity: number }[]) => {
  const left = new Map(refundableByLine(order).map(({ key, fen: rest }) => [key, rest]));
  const paidLines = paidByLine(order).map(({ key, fen: paid }) => ({
    key,
    fen: paid,
    refundableFen: left.get(key),
  }));
  return { lines: order.lines, paidLines, afterSale: { items, state: "opened" } } as unknown as Complaint;
};

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 9 }),
  unitFen: fc.integer({ min: 1, max: 5_000 }),
});
const orders = fc
  .record({ lines: fc.array(line, { minLength: 1, maxLength: 5 }), share: fc.nat(100), gone: fc.nat(100) })
  .map(({ lines, share, gone }): Priced => {
    const totals = lines.map(({ quantity, unitFen }) => quantity * unitFen);
    const parts = (percent: number) =>
      totals.map((total, at) => ({ key: String(at), fen: fen(Math.floor((total * percent) / 200)) }));
    return {
      lines: lines.map(({ quantity }, at) => ({
        quantity,
        totalFen: totals[at],
        name: "菜",
        nameEn: "Dish",
      })),
      amounts: { packingFen: fen(0), deliveryFeeFen: fen(0) },
      discounts: [{ shares: parts(share) }],
      refunds: [{ parts: parts(gone) }],
    } as unknown as Priced;
  });

describe("what agreeing to a complaint gives back", () => {
  it("is to the fen what the order will give back", () => {
    fc.assert(
      fc.property(orders, fc.nat(), (order, seed) => {
        const items = order.lines.map(({ quantity }, at) => ({
          line: at,
          quantity: 1 + ((seed + at) % quantity),
        }));
        const shown = worthByLine(complaintOf(order, items)).filter((part) => part.fen > 0);
        expect(shown.map((part) => ({ key: String(part.line), fen: part.fen }))).toEqual(
          worthOf(order, items),
        );
      }),
    );
  });

  it("is nothing where the whole order is meant, so that only an explanation is left", () => {
    const order = {
      lines: [{ quantity: 1, totalFen: fen(100) }],
      amounts: { packingFen: fen(0), deliveryFeeFen: fen(0) },
      discounts: [],
      refunds: [],
    } as unknown as Priced;
    expect(worthOfCase(complaintOf(order, []))).toBe(0);
    expect(canAgree(complaintOf(order, []))).toBe(false);
    expect(canAgree(complaintOf(order, [{ line: 0, quantity: 1 }]))).toBe(true);
  });
});
