import type { PlatformSide } from "./platform-side.ts";

export type OwnPayment = {
  readonly paymentId: string;
  readonly orderId: string;
  /** Of refunds that we asked for and that have not failed. */
  readonly refundedFen: number;
};

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

function byPayment<T extends { readonly paymentId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.paymentId, [...(groups.get(row.paymentId) ?? []), row]);
  return groups;
}

/**
 * Orders from which the platforms keep money more than once, and payments of which they gave back more than we asked for,
 * or more than was paid. What we believe plays no part in what was charged: only the platforms' side counts.
 */
export function judgeCharges(
  own: readonly OwnPayment[],
  platform: PlatformSide,
): { doubleCharges: string[]; doubleRefunds: string[] } {
  const charged = byPayment(platform.payments);
  const refunded = byPayment(platform.refunds);
  const keptOf = new Map<string, number>();
  const doubleRefunds: string[] = [];
  for (const { paymentId, orderId, refundedFen } of own) {
    const charges = charged.get(paymentId) ?? [];
    const back = sum((refunded.get(paymentId) ?? []).map((refund) => refund.amountFen));
    const paid = sum(charges.map((charge) => charge.amountFen));
    // One number that was charged twice counts twice, unless all of it came back.
    const kept = paid > back ? Math.max(1, new Set(charges.map((charge) => charge.platformNumber)).size) : 0;
    keptOf.set(orderId, (keptOf.get(orderId) ?? 0) + kept);
    if (back > refundedFen || back > paid) doubleRefunds.push(paymentId);
  }
  return {
    doubleCharges: [...keptOf].flatMap(([orderId, kept]) => (kept > 1 ? [orderId] : [])),
    doubleRefunds,
  };
}
