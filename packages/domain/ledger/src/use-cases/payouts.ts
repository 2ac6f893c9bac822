import { type CampusId, err, type Fen, fen, ok, type PaymentId } from "@sanqi/kernel";
import {
  type AccountName,
  duePeriod,
  endedPeriod,
  nextPayoutState,
  type Payout,
  type Period,
  payoutPosting,
} from "../domain/index.ts";
import type { LedgerUseCases } from "./api.ts";
import type { LedgerDeps } from "./deps.ts";
import type { LedgerRecords } from "./ports.ts";

type Preparation = {
  readonly campusId: CampusId;
  readonly period: Period;
  readonly minimumFen: Fen;
  readonly by: string;
  readonly traceId: string;
};

/** For the timer: prepares the pay-outs of the period that is due, once. Returns how many were prepared. */
export function prepareDuePayouts(deps: LedgerDeps) {
  return async (campusId: CampusId, traceId: string): Promise<number> => {
    const { store, clock } = deps;
    const terms = await store.campusTerms(campusId, clock.now());
    const period = duePeriod(clock.now(), terms.payoutEvery);
    if (await store.periodFinished(campusId, period.name)) return 0;
    const minimumFen = terms.payoutMinimumFen;
    const prepared = await prepareAll(deps, { campusId, period, minimumFen, by: "payout-timer", traceId });
    // Last: a process that dies before it is followed by one that goes on with the payees that are left.
    await store.finishPeriod(campusId, period.name, clock.now());
    return prepared;
  };
}

export function payoutDesk(
  deps: LedgerDeps,
): Pick<LedgerUseCases, "payouts" | "preparePayouts" | "changePayout"> {
  const { store, clock } = deps;
  return {
    payouts: (campusId, wanted) => store.payouts(campusId, wanted),
    async preparePayouts({ campusId, accountId, traceId }) {
      const terms = await store.campusTerms(campusId, clock.now());
      const period = endedPeriod(clock.now(), terms.payoutEvery);
      const minimumFen = terms.payoutMinimumFen;
      const prepared = await prepareAll(deps, { campusId, period, minimumFen, by: accountId, traceId });
      return { period: period.name, prepared };
    },
    changePayout: ({ campusId, accountId, traceId }, { payoutId, command, note }) =>
      store.inTransaction(async (records) => {
        const before = await records.lockPayout(campusId, payoutId);
        if (!before) return err({ kind: "payoutNotFound" });
        const state = nextPayoutState(before.state, command);
        if (!state) return err({ kind: "payoutStateConflict", from: before.state, command });
        const renewed = command === "renew";
        if (renewed) {
          await records.lockPayee(campusId, before.payee);
          const owed = await records.owed(campusId, before.payee);
          if (owed < before.amountFen) return err({ kind: "payoutAboveBalance" });
        }
        const at = clock.now();
        const attempt = before.attempt + (renewed ? 1 : 0);
        const payout: Payout = { ...before, state, attempt, changedAt: at, note };
        const posting = payoutPosting(before.state, payout);
        if (posting) await records.add(campusId, [posting], { at, traceId });
        await records.savePayout(campusId, payout, { from: before.state, by: accountId, note, traceId });
        return ok(payout);
      }),
  };
}

async function prepareAll(deps: LedgerDeps, preparation: Preparation): Promise<number> {
  const { campusId, period, minimumFen } = preparation;
  const without = await deps.store.facts.beingShared(campusId);
  let prepared = 0;
  for (const payee of await deps.store.payees(campusId, period, minimumFen)) {
    const done = await deps.store.inTransaction((records) =>
      prepareOne(deps, records, { payee, without }, preparation),
    );
    if (done) prepared += 1;
  }
  return prepared;
}

/**
 * What was owed at the end of the period, but no more than is owed now: a refund of this night is taken off, so that a pay-out
 * never makes a debt. What a platform may still hand on itself waits.
 */
async function prepareOne(
  { ids, clock }: LedgerDeps,
  records: LedgerRecords,
  { payee, without }: { payee: AccountName; without: readonly PaymentId[] },
  { campusId, period, minimumFen, by, traceId }: Preparation,
): Promise<boolean> {
  await records.lockPayee(campusId, payee);
  const then = await records.owed(campusId, payee, { before: period.to, without });
  const amountFen = fen(Math.min(then, await records.owed(campusId, payee, { without })));
  if (amountFen < minimumFen) return false;
  const at = clock.now();
  const payout: Payout = {
    payoutId: ids.next("payout"),
    payee,
    period: period.name,
    amountFen,
    state: "prepared",
    attempt: 1,
    preparedAt: at,
    changedAt: at,
    note: "",
  };
  if (!(await records.insertPayout(campusId, payout, { by, note: "", traceId }))) return false;
  const posting = payoutPosting(null, payout);
  if (posting) await records.add(campusId, [posting], { at, traceId });
  return true;
}
