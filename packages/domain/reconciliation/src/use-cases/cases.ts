import { type CampusId, type DifferenceId, err, ok } from "@sanqi/kernel";
import { differenceWords, proposedFix } from "../domain/index.ts";
import type { DifferenceDetail, DifferenceView, ReconciliationUseCases } from "./api.ts";
import type { createBillRuns } from "./bill-run.ts";
import type { ReconciliationDeps } from "./deps.ts";
import type { DifferenceCase } from "./ports.ts";

type Desk = Pick<ReconciliationUseCases, "differences" | "difference" | "close" | "runFix">;

const viewOf = (each: DifferenceCase): DifferenceView => ({
  ...each,
  words: differenceWords(each),
  fix: proposedFix(each),
});

/** The cases as a person at the console meets them. */
export function caseDesk(deps: ReconciliationDeps, runs: ReturnType<typeof createBillRuns>): Desk {
  const { store, clock } = deps;

  async function detail(campusId: CampusId, differenceId: DifferenceId) {
    const found = await store.caseOf(campusId, differenceId);
    if (found === null) return err({ kind: "differenceNotFound" } as const);
    return ok({ ...viewOf(found.case), steps: found.steps } satisfies DifferenceDetail);
  }

  return {
    async differences(campusId, wanted) {
      return (await store.cases(campusId, wanted)).map(viewOf);
    },
    difference: detail,

    async close({ campusId, differenceId, as, reason, by }) {
      const before = await detail(campusId, differenceId);
      if (!before.ok) return before;
      const step = { command: as, reason, by, now: clock.now() };
      const changed = await store.change(campusId, differenceId, step);
      return changed ? detail(campusId, differenceId) : err({ kind: "differenceClosed" });
    },

    async runFix({ campusId, differenceId, by }) {
      const before = await detail(campusId, differenceId);
      if (!before.ok) return before;
      const { value } = before;
      if (value.state !== "open") return err({ kind: "differenceClosed" });
      const { channel, day, paymentId, subject } = value;
      if (!value.fix.runnable || channel === "own" || paymentId === null)
        return err({ kind: "fixNotRunnable" });
      const refundId = subject === "refund" ? value.number : null;
      const { traceId } = by;
      const answer = await deps.questions.ask({ campusId, channel, paymentId, refundId, traceId });
      const reason = `${answer.said}${answer.amountFen === null ? "" : ` ${answer.amountFen} fen`}`;
      await store.change(campusId, differenceId, { command: "ask", reason, by, now: clock.now() });
      // Whether it helped is for the books to say: a difference that has gone closes its case.
      await runs.compareDay({ campusId, channel, day }, traceId);
      return detail(campusId, differenceId);
    },
  };
}
