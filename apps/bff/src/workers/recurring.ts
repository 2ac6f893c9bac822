import type { Sql } from "@sanqi/database";
import type { Recurring } from "@sanqi/jobs";
import { type CampusId, type Clock, day, hour, minute, second } from "@sanqi/kernel";
import { forgetHandled } from "@sanqi/outbox";
import type { Parts } from "../composition-root/index.ts";

type Around = { readonly sql: Sql; readonly clock: Clock; readonly campusId: CampusId };

/** What comes back by the clock, in one process at a time; what is due in it stands in the tables that each of them reads. */
export const recurringWorks = (parts: Parts, { sql, clock, campusId }: Around): readonly Recurring[] => [
  // The net below the deadline jobs: for orders that were placed before there were any, and for a job that was lost or parked.
  { name: "sweep-deadlines", everyMs: minute, run: (traceId) => sweepDeadlines(parts, traceId) },
  { name: "ask-platforms", everyMs: 3 * second, run: (traceId) => parts.money.askDue(traceId) },
  { name: "ask-shares", everyMs: 3 * second, run: (traceId) => parts.sharing.askDueShares(traceId) },
  {
    name: "close-interrupted-messages",
    everyMs: minute,
    run: () => parts.notifications.closeInterrupted(),
  },
  { name: "upload-shipping", everyMs: 3 * second, run: () => parts.shipping.uploadDue() },
  {
    name: "post-missing-to-ledger",
    everyMs: 10 * minute,
    run: (traceId) => parts.ledgerWork.postMissing(campusId, traceId),
  },
  {
    name: "prepare-payouts",
    everyMs: 10 * minute,
    run: (traceId) => parts.ledgerWork.prepareDuePayouts(campusId, traceId),
  },
  {
    name: "read-due-bills",
    everyMs: minute,
    run: (traceId) => parts.reconciliationWork.readDueBills(campusId, traceId),
  },
  {
    name: "check-own-books",
    everyMs: hour,
    run: (traceId) => parts.reconciliationWork.checkOwnBooks(campusId, traceId),
  },
  // The story of an order stands in order_step; its raw events are kept for a quarter of a year.
  { name: "forget-handled-events", everyMs: hour, run: () => forgetHandled(sql, clock.now() - 90 * day) },
  { name: "forget-expired-sessions", everyMs: hour, run: () => parts.identity.forgetExpired() },
  { name: "remove-unused-pictures", everyMs: hour, run: () => parts.pictures.removeUnused() },
  { name: "evaluate-care", everyMs: hour, run: () => parts.care.evaluate(campusId, clock.now()) },
];

async function sweepDeadlines({ system }: Parts, traceId: string): Promise<void> {
  await system.expireOverdue(traceId);
  await system.watchAcceptance(traceId);
  await system.completeDelivered(traceId);
}
