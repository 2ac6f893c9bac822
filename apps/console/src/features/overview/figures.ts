import { addFen, type Fen, fen, minute } from "@sanqi/kernel";
import { latenessOf } from "../orders/lateness.ts";
import { inLane } from "../orders/stages.ts";
import type { OrderRow } from "../orders/use-orders.ts";

export type DayFigures = {
  readonly orders: number;
  readonly paid: number;
  /** Received and not given back. */
  readonly paidFen: Fen;
  readonly delivered: number;
  readonly late: number;
};

/** What remains of an order's money when every refund that was asked for has arrived. */
const keptOf = ({ payment, totalFen, refundedFen }: OrderRow): Fen =>
  payment === "unpaid" || payment === "closed" || payment === "refunded"
    ? fen(0)
    : fen(totalFen - refundedFen);

export function dayFigures(rows: readonly OrderRow[], now: number): DayFigures {
  const paid = rows.filter((row) => keptOf(row) > 0);
  return {
    orders: rows.length,
    paid: paid.length,
    paidFen: addFen(...paid.map(keptOf)),
    delivered: rows.filter((row) => inLane(row.stage, "done")).length,
    late: rows.filter((row) => latenessOf(row, now).kind === "late").length,
  };
}

/** Why an order wants an operator's eye. */
export type Attention = {
  readonly row: OrderRow;
  readonly why: "late" | "kitchenSilent" | "noRider" | "soon";
  readonly minutes: number;
};

/** A kitchen that has not answered for this long has probably not seen the order. */
const kitchenPatience = 5 * minute;
const urgency: readonly Attention["why"][] = ["late", "kitchenSilent", "noRider", "soon"];

/** Orders that somebody should look at now, the most pressing first. */
export function attentionOf(rows: readonly OrderRow[], now: number): Attention[] {
  const found = rows.flatMap((row): Attention[] => {
    const lateness = latenessOf(row, now);
    const age = Math.floor((now - row.placedAt) / minute);
    if (lateness.kind === "late") return [{ row, why: "late", minutes: lateness.minutes }];
    if (row.stage === "waitingForKitchen" && now - row.placedAt > kitchenPatience)
      return [{ row, why: "kitchenSilent", minutes: age }];
    if (row.stage === "waitingForRider" && row.riderName === null)
      return [{ row, why: "noRider", minutes: age }];
    if (lateness.kind === "soon") return [{ row, why: "soon", minutes: lateness.minutesLeft }];
    return [];
  });
  const rank = (item: Attention) => urgency.indexOf(item.why);
  return found.sort((a, b) => rank(a) - rank(b) || a.row.promise.latest - b.row.promise.latest);
}
