import { addFen, fen } from "@sanqi/kernel";
import type { OrderView } from "@/features/orders/use-order-watch";

/** What of one line went back, and what is still on its way, in fen; `whole`: nothing of what was paid for it stays. */
export type LineMoney = { readonly backFen: number; readonly goingFen: number; readonly whole: boolean };

/** Refunds by line: "0", "1", … in the order's order, "packing" and "delivery". */
export function lineMoney({
  refunds,
  paidLines,
}: Pick<OrderView, "refunds" | "paidLines">): ReadonlyMap<string, LineMoney> {
  const wholes = new Set(paidLines.filter((line) => line.refundableFen === 0).map(({ key }) => key));
  const money = new Map<string, LineMoney>();
  for (const { parts, done } of refunds) {
    for (const part of parts) {
      const { backFen, goingFen } = money.get(part.key) ?? { backFen: 0, goingFen: 0 };
      money.set(part.key, {
        backFen: backFen + (done ? part.fen : 0),
        goingFen: goingFen + (done ? 0 : part.fen),
        whole: wholes.has(part.key),
      });
    }
  }
  return money;
}

/** The sum to name at the head of the order: what is on its way if anything is, else what went back. */
export function refundShown(
  order: Pick<OrderView, "payment" | "refunds" | "totalFen">,
): { state: "refunding" | "refunded"; fen: number } | null {
  const { payment, refunds, totalFen } = order;
  const going = addFen(fen(0), ...refunds.filter(({ done }) => !done).map((refund) => refund.fen));
  const back = addFen(fen(0), ...refunds.filter(({ done }) => done).map((refund) => refund.fen));
  // orders that ended before refunds were kept by line went back as a whole
  if (payment === "refunding") return { state: "refunding", fen: going > 0 ? going : totalFen };
  if (payment === "refunded") return { state: "refunded", fen: back > 0 ? back : totalFen };
  return payment === "partlyRefunded" && back > 0 ? { state: "refunded", fen: back } : null;
}
