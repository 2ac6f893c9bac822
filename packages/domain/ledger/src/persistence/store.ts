import { inTransaction, type Queryable, type Sql, type Tx } from "@sanqi/database";
import type { Ids } from "@sanqi/kernel";
import type { LedgerRecords, LedgerStore, MoneyFacts, PostingRecords } from "../use-cases/ports.ts";
import { payoutRecords } from "./payouts.ts";
import { entriesOf, postingRecords } from "./postings.ts";
import { termsRecords } from "./terms.ts";

const period =
  (sql: Queryable, ids: Ids): PostingRecords["period"] =>
  async (campusId, wanted) => {
    const { owed } = postingRecords(sql, ids);
    return {
      openingFen: await owed(campusId, wanted.account, { before: wanted.from }),
      closingFen: await owed(campusId, wanted.account, { before: wanted.to }),
      entries: await entriesOf(sql, campusId, wanted),
    };
  };

/** The ledger within one transaction. */
export const ledgerRecords = (tx: Tx, ids: Ids): LedgerRecords => ({
  ...postingRecords(tx, ids),
  ...termsRecords(tx),
  ...payoutRecords(tx),
  period: period(tx, ids),
});

/** The ledger in PostgreSQL. `factsIn` answers from the other domains, within the same transaction. */
export function createLedgerStore(sql: Sql, ids: Ids, factsIn: (sql: Queryable) => MoneyFacts): LedgerStore {
  return {
    ...postingRecords(sql, ids),
    ...termsRecords(sql),
    ...payoutRecords(sql),
    facts: factsIn(sql),
    // A posting and its entries become visible together, also where the caller wants no more than to add one.
    add: (campusId, postings, booked) =>
      inTransaction(sql, (tx) => postingRecords(tx, ids).add(campusId, postings, booked)),
    // Opening, lines and closing as of one moment: otherwise a posting in between would break the sum.
    period: (campusId, wanted) =>
      sql.begin("isolation level repeatable read read only", (tx) =>
        period(tx, ids)(campusId, wanted),
      ) as ReturnType<PostingRecords["period"]>,
    inTransaction: (work) => inTransaction(sql, (tx) => work(ledgerRecords(tx, ids), factsIn(tx))),
  };
}
