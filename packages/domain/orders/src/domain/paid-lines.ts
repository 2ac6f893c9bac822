import { addFen, type Fen, fen } from "@sanqi/kernel";
import type { LineAmount, LineKey, Order } from "./order.ts";

type Priced = Pick<Order, "lines" | "amounts" | "discounts" | "refunds">;

const sumOf = (amounts: readonly LineAmount[]): Map<LineKey, number> => {
  const sums = new Map<LineKey, number>();
  for (const { key, fen: part } of amounts) sums.set(key, (sums.get(key) ?? 0) + part);
  return sums;
};

/** What was paid for each line, and for packing and delivery: gross less its share of the discounts. Adds up to the total. */
export function paidByLine({ lines, amounts, discounts }: Priced): LineAmount[] {
  const off = sumOf(discounts.flatMap((discount) => discount.shares));
  const gross: LineAmount[] = [
    ...lines.map((line, at) => ({ key: String(at), fen: line.totalFen })),
    { key: "packing", fen: amounts.packingFen },
    { key: "delivery", fen: amounts.deliveryFeeFen },
  ];
  return gross.map(({ key, fen: part }) => ({ key, fen: fen(part - (off.get(key) ?? 0)) }));
}

/** What can still go back of each line; refunds that are under way count as gone. */
export function refundableByLine(order: Priced): LineAmount[] {
  const gone = sumOf(order.refunds.flatMap((refund) => refund.parts));
  return paidByLine(order).map(({ key, fen: paid }) => ({ key, fen: fen(paid - (gone.get(key) ?? 0)) }));
}

/** Money that went back or is on its way back. */
export const refundedFen = (order: Pick<Order, "refunds">): Fen =>
  addFen(...order.refunds.map((refund) => refund.fen));

/**
 * What so many portions of these lines are worth now: their part of what was paid, rounded up, and never more than is left of
 * the line; portions given back one by one thus add up to the line.
 */
export function worthOf(
  order: Priced,
  items: readonly { readonly line: number; readonly quantity: number }[],
): LineAmount[] {
  const paid = sumOf(paidByLine(order));
  const left = sumOf(refundableByLine(order));
  return items.flatMap(({ line, quantity }) => {
    const whole = order.lines[line];
    if (!whole) return [];
    const key = String(line);
    const worth = Math.ceil(((paid.get(key) ?? 0) * quantity) / whole.quantity);
    const amount = Math.min(left.get(key) ?? 0, worth);
    return amount > 0 ? [{ key, fen: fen(amount) }] : [];
  });
}
