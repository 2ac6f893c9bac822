import { fen } from "@sanqi/kernel";
import type { LedgerOperator, LedgerUseCases } from "@sanqi/ledger/use-cases";

/** What the demo campus has agreed with its shops and riders: enough for every part of a statement to be seen. */
export const seedTerms = (ledger: Pick<LedgerUseCases, "setCampusTerms">, by: LedgerOperator) =>
  ledger.setCampusTerms(by, {
    terms: {
      commissionPermille: 50,
      riderSharePermille: 800,
      riderMinimumFen: fen(150),
      payoutEvery: "week",
      payoutMinimumFen: fen(100),
    },
    validFrom: null,
  });
