import type { CampusId, Clock, OrderId } from "@sanqi/kernel";
import { foundingTerms, missingPostings, type Posting, type Skipped } from "../domain/index.ts";
import type { LedgerDeps } from "./deps.ts";
import type { LedgerRecords, MoneyFacts } from "./ports.ts";

type Request = { readonly campusId: CampusId; readonly orderId: OrderId; readonly traceId: string };

/**
 * Books what an order's facts call for and the ledger does not have yet; nothing where it has everything. Runs in the caller's
 * transaction, one at a time for an order.
 */
export async function postOrder(
  { records, facts, clock }: { records: LedgerRecords; facts: MoneyFacts; clock: Clock },
  { campusId, orderId, traceId }: Request,
): Promise<{ posted: Posting[]; skipped: Skipped[] }> {
  await records.lockOrder(campusId, orderId);
  const known = await facts.of(campusId, orderId);
  const booked = await records.ofOrder(campusId, orderId);
  const { order } = known;
  // The agreement under which it was ordered.
  const terms = order ? await records.termsOf(campusId, order.shopId, order.placedAt) : foundingTerms;
  const { missing, skipped } = missingPostings(known, booked, terms);
  await records.add(campusId, missing, { at: clock.now(), traceId });
  return { posted: missing, skipped };
}

const page = 500;

/**
 * Posts the orders of payments that the ledger does not know: those from before there was a ledger, and any whose event was
 * lost. Returns how many orders were posted.
 */
export function postMissing({ store, clock, onSkipped }: LedgerDeps) {
  return async (campusId: CampusId, traceId: string): Promise<number> => {
    let orders = 0;
    for (let after = ""; ; ) {
      const paid = await store.facts.paid(campusId, { after, limit: page });
      const last = paid.at(-1);
      if (!last) return orders;
      after = last.paymentId;
      const keys = paid.map(({ paymentId }) => `payment:${paymentId}`);
      const missing = new Set(await store.missingKeys(campusId, keys));
      const unposted = new Set(
        paid.filter(({ paymentId }) => missing.has(`payment:${paymentId}`)).map(({ orderId }) => orderId),
      );
      for (const orderId of unposted) {
        const { skipped } = await store.inTransaction((records, facts) =>
          postOrder({ records, facts, clock }, { campusId, orderId, traceId }),
        );
        for (const each of skipped) onSkipped({ ...each, orderId, traceId });
        orders += 1;
      }
    }
  };
}
