import type { CampusId, Clock, OrderId } from "@sanqi/kernel";
import { reach } from "@sanqi/resilience";
import { foundingTerms, missingPostings, type Posting, type Skipped } from "../domain/index.ts";
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
  reach("ledger.posted");
  return { posted: missing, skipped };
}
