import { type CampusId, day, type OrderId } from "@sanqi/kernel";
import type { LedgerDeps } from "./deps.ts";
import { type DueFact, type FactSource, factSources } from "./ports.ts";
import { postOrder } from "./post-order.ts";

const page = 500;
/** What is over stays in sight for this long: it may be told late, or be mended. */
const inSight = 3 * day;
/** What never ends stays in sight for this long, so that one order that hangs does not make the work grow for ever. */
const longest = 30 * day;

/**
 * Posts the orders of which the ledger lacks something: those from before there was a ledger, and any whose event was lost. It
 * goes on where everything before is over and booked. What cannot be posted is told every time while it is in sight; an order
 * that fails keeps no other from its turn, and is thrown at the end. Returns how many orders were posted.
 */
export function postMissing(deps: LedgerDeps) {
  return async (campusId: CampusId, traceId: string): Promise<number> => {
    let orders = 0;
    const failures: unknown[] = [];
    for (const source of factSources)
      orders += await lookThrough(deps, { campusId, source, traceId, failures });
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} orders were not posted`);
    return orders;
  };
}

type Look = {
  readonly campusId: CampusId;
  readonly source: FactSource;
  readonly traceId: string;
  readonly failures: unknown[];
};

async function lookThrough(deps: LedgerDeps, look: Look): Promise<number> {
  const { store, clock } = deps;
  const { campusId, source } = look;
  const start = await store.lookedThrough(campusId, source);
  let orders = 0;
  let overSoFar = true;
  for (let after = start; ; ) {
    const facts = await store.facts.due(campusId, { source, after, limit: page });
    const last = facts.at(-1);
    if (!last) return orders;
    after = last.id;
    const { posted, failed } = await postLacking(deps, facts, look);
    orders += posted;
    if (!overSoFar) continue;
    const inTheWay = facts.findIndex((fact) => failed.has(fact.orderId) || !isOver(fact, clock.now()));
    overSoFar = inTheWay < 0;
    const upTo = (overSoFar ? last : facts[inTheWay - 1])?.id;
    if (upTo) await store.saveLookedThrough(campusId, source, upTo);
  }
}

const isOver = ({ at, open }: DueFact, now: number): boolean => at < now - (open ? longest : inSight);

async function postLacking(
  { store, clock, onSkipped }: LedgerDeps,
  facts: readonly DueFact[],
  { campusId, traceId, failures }: Look,
): Promise<{ posted: number; failed: ReadonlySet<OrderId> }> {
  const lacking = new Set(
    await store.missingKeys(
      campusId,
      facts.flatMap((fact) => fact.keys),
    ),
  );
  const orders = new Set(
    facts.filter(({ keys }) => keys.some((key) => lacking.has(key))).map(({ orderId }) => orderId),
  );
  let count = 0;
  const failed = new Set<OrderId>();
  for (const orderId of orders) {
    try {
      const { posted, skipped } = await store.inTransaction((records, known) =>
        postOrder({ records, facts: known, clock }, { campusId, orderId, traceId }),
      );
      if (posted.length > 0) count += 1;
      for (const each of skipped) onSkipped({ ...each, orderId, traceId });
    } catch (failure) {
      failed.add(orderId);
      failures.push(failure);
    }
  }
  return { posted: count, failed };
}
