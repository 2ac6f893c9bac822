import type { PayoutCommand, PayoutState } from "./payout.ts";

export type LedgerError =
  | { readonly kind: "payoutNotFound" }
  | { readonly kind: "payoutStateConflict"; readonly from: PayoutState; readonly command: PayoutCommand }
  /** A payee's balance has sunk below the pay-out that is to be prepared anew. */
  | { readonly kind: "payoutAboveBalance" }
  /** Terms hold from now on or later: what was agreed for the past stays. */
  | { readonly kind: "termsInPast" };
