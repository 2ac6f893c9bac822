import type { Sql } from "@sanqi/database";
import type { Clock, Ids } from "@sanqi/kernel";
import { createLedgerStore, ledgerRecords } from "@sanqi/ledger/persistence";
import { createLedgerUseCases, type LedgerDeps, postOrder } from "@sanqi/ledger/use-cases";
import type { Log, Metrics } from "@sanqi/observability";
import type { OrderPosting } from "../consumers/post-to-ledger-on-money-moved.ts";
import { moneyFacts } from "./ledger-ports.ts";

type Outside = {
  readonly sql: Sql;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
};

/** The ledger, and the way in which events reach it. */
export function composeLedger({ sql, ids, clock, log, metrics }: Outside) {
  const onSkipped: LedgerDeps["onSkipped"] = (skipped) => {
    if (skipped.reason === "handedOverUnpaid") {
      log.info("handed over, but not paid through this system: not posted", skipped);
      return;
    }
    metrics.alarms.inc({ kind: "ledgerAmountDiffers" });
    log.error("alarm: ledgerAmountDiffers", skipped);
  };
  const store = createLedgerStore(sql, ids, (within) => moneyFacts(within));
  const postOrderIn: OrderPosting["postOrderIn"] = async (tx, request) => {
    const parts = { records: ledgerRecords(tx, ids), facts: moneyFacts(tx), clock };
    const { skipped } = await postOrder(parts, request);
    for (const each of skipped) onSkipped({ ...each, orderId: request.orderId, traceId: request.traceId });
  };
  return { ledger: createLedgerUseCases({ store, clock, ids, onSkipped }), posting: { postOrderIn } };
}
