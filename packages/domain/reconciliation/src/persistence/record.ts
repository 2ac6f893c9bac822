import { inTransaction, type Sql, type Tx } from "@sanqi/database";
import type { CampusId, DifferenceId, Ids } from "@sanqi/kernel";
import {
  caseChanges,
  type DatedDifference,
  type DifferenceState,
  isLookedAtAgain,
  type KnownCase,
} from "../domain/index.ts";
import type {
  Actor,
  CaseStep,
  ComparedPlace,
  FoundDifferences,
  ReconciliationStore,
} from "../use-cases/ports.ts";

const system = (traceId: string): Actor => ({ accountId: null, name: "对账 reconciliation", traceId });

const columnsOf = ({ day, kind, subject, number, ...d }: DatedDifference) => ({
  day,
  kind,
  subject,
  number,
  paymentId: d.paymentId,
  platformNumber: d.platformNumber,
  expected: d.expected,
  found: d.found,
  ownState: d.ownState,
  at: d.at,
});

export type Step = Pick<CaseStep, "command" | "fromState" | "toState" | "reason" | "at"> & {
  readonly by: Actor;
};

/** Appends to the story of a case; the caller holds its lock. */
export async function appendStep(
  tx: Tx,
  which: { campusId: CampusId; differenceId: DifferenceId },
  { by, ...step }: Step,
): Promise<void> {
  const { campusId, differenceId } = which;
  await tx`
    insert into difference_step (campus_id, difference_id, step_no, command, from_state, to_state, actor_id, actor_name,
      reason, at, trace_id)
    select ${campusId}, ${differenceId}, coalesce(max(step_no), 0) + 1, ${step.command}, ${step.fromState},
      ${step.toState}, ${by.accountId}, ${by.name}, ${step.reason}, ${step.at}::bigint, ${by.traceId}
    from difference_step where campus_id = ${campusId} and difference_id = ${differenceId}`;
}

type Stored = KnownCase & { differenceId: DifferenceId };

/** Comparing in turns; see the port. */
export function inTurns(sql: Sql, ids: Ids): ReconciliationStore["alone"] {
  // One at a time in this process, too: whoever holds the connection of the lock needs others to read with.
  let turn: Promise<unknown> = Promise.resolve();
  return (place, work) => {
    const { campusId, channel, day } = place;
    const compared = turn.then(() =>
      inTransaction(sql, async (tx) => {
        await tx`select pg_advisory_xact_lock(${turnLock}::int, hashtext(${`${campusId}/${channel}/${day ?? ""}`}))`;
        return work((found) => record(tx, ids, { ...place, ...found }));
      }),
    );
    turn = compared.catch(() => undefined);
    return compared;
  };
}

/** Makes the stored cases agree with what was found; the caller holds the lock of the books. */
async function record(
  tx: Tx,
  ids: Ids,
  { campusId, channel, day, differences, waiting, today, now, traceId }: ComparedPlace & FoundDifferences,
): Promise<DatedDifference[]> {
  const known = await tx<Stored[]>`
    select difference_id, day, state, kind, subject, number, expected, found, own_state from difference
    where campus_id = ${campusId} and channel = ${channel} and (${day}::text is null or day = ${day}) for update`;
  const changes = caseChanges([...known], differences, (each) => isLookedAtAgain(each, today));
  const by = system(traceId);
  const change = async (
    differenceId: DifferenceId,
    step: { command: "find" | "vanish"; from: DifferenceState; to: DifferenceState; reason: string },
  ) => {
    await tx`
      update difference set state = ${step.to}, changed_at = ${now}
      where campus_id = ${campusId} and difference_id = ${differenceId}`;
    const { command, from: fromState, to: toState, reason } = step;
    await appendStep(tx, { campusId, differenceId }, { command, fromState, toState, reason, at: now, by });
  };
  for (const found of changes.opened) {
    const differenceId = ids.next("difference");
    const row = { campusId, differenceId, channel, state: "open", openedAt: now, changedAt: now };
    await tx`insert into difference ${tx({ ...row, ...columnsOf(found) })}`;
    const step = { command: "open", fromState: null, toState: "open", at: now, by } as const;
    await appendStep(tx, { campusId, differenceId }, { ...step, reason: openReason });
  }
  for (const { known: before, difference } of [...changes.reopened, ...changes.kept]) {
    await tx`
      update difference set ${tx(columnsOf(difference))}
      where campus_id = ${campusId} and difference_id = ${before.differenceId}`;
  }
  for (const { known: before } of changes.reopened)
    await change(before.differenceId, {
      command: "find",
      from: before.state,
      to: "open",
      reason: before.state === "gone" ? foundAgain : changedSince,
    });
  for (const before of changes.vanished)
    await change(before.differenceId, { command: "vanish", from: "open", to: "gone", reason: notFound });
  if (channel !== "own" && day !== null) {
    await tx`
      update bill_run set state = 'compared', waiting_count = ${waiting}
      where campus_id = ${campusId} and channel = ${channel} and day = ${day}`;
  }
  return [...changes.opened, ...changes.reopened.map(({ difference }) => difference)];
}

const openReason = "对账发现 found by comparing";
const foundAgain = "再次发现 found again";
const changedSince = "结案后又变了 changed since it was closed";
const notFound = "再次对账时已一致 no longer found";
/** Any number that no other use of two-part advisory locks shares. */
const turnLock = 7_317_011;
