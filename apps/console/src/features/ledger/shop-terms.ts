import type { Terms } from "./use-ledger.ts";

/** A shop's own commission in thousandths as it holds at `now`; null: as its campus. */
export function shopTermsNow(changes: Terms["shops"], shopId: string, now: number): number | null {
  const own = changes
    .filter((change) => change.shopId === shopId && change.validFrom <= now)
    .sort((a, b) => b.validFrom - a.validFrom)[0];
  return own?.terms.commissionPermille ?? null;
}
