import type { Ids } from "@sanqi/kernel";
import type { LedgerWork } from "@sanqi/ledger/use-cases";
import { createMoneyOfDay, createPaymentStore } from "@sanqi/payments/persistence";
import type { MoneyWork } from "@sanqi/payments/use-cases";
import { createReconciliationStore, findDrift } from "@sanqi/reconciliation/persistence";
import { createReconciliation } from "@sanqi/reconciliation/use-cases";
import type { Outside } from "./index.ts";
import { platformQuestions } from "./reconciliation-ports.ts";

type Inside = { readonly money: MoneyWork; readonly ledger: { readonly work: LedgerWork } };

/** The platforms' bills against our payments, and our own books against each other. */
export function composeReconciliation(outside: Outside & { readonly ids: Ids }, { money, ledger }: Inside) {
  const { sql, ids, clock, log, metrics, platforms, committed } = outside;
  const payments = createPaymentStore(sql, ids, committed);
  return createReconciliation({
    store: createReconciliationStore(sql, ids),
    bills: platforms.bills,
    own: createMoneyOfDay(sql),
    books: { contradictions: (campusId, now) => findDrift(sql, campusId, now) },
    questions: platformQuestions({ gateways: platforms.gateways, payments, money }),
    fees: { post: (bill) => ledger.work.postChannelFee(bill) },
    alarms: {
      raise(kind, fields) {
        metrics.alarms.inc({ kind });
        log.error(`alarm: ${kind}`, fields);
      },
    },
    clock,
  });
}
