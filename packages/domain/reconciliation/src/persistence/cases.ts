import { inTransaction, type Sql } from "@sanqi/database";
import { nextDifferenceState } from "../domain/index.ts";
import type { CaseStep, DifferenceCase, ReconciliationStore } from "../use-cases/ports.ts";
import { appendStep } from "./record.ts";

/** Cases as the console reads and closes them. */
export function caseStore(sql: Sql): Pick<ReconciliationStore, "cases" | "caseOf" | "change"> {
  return {
    async cases(campusId, { open, limit }) {
      return sql<DifferenceCase[]>`
        select * from difference where campus_id = ${campusId} and (not ${open} or state = 'open')
        order by opened_at desc, day desc, at, difference_id limit ${limit}`;
    },
    async caseOf(campusId, differenceId) {
      const [found] = await sql<DifferenceCase[]>`
        select * from difference where campus_id = ${campusId} and difference_id = ${differenceId}`;
      if (!found) return null;
      const steps = await sql<CaseStep[]>`
        select command, from_state, to_state, actor_id, actor_name, reason, at from difference_step
        where campus_id = ${campusId} and difference_id = ${differenceId} order by step_no`;
      return { case: found, steps: [...steps] };
    },
    change(campusId, differenceId, { command, reason, by, now }) {
      return inTransaction(sql, async (tx) => {
        const [row] = await tx<Pick<DifferenceCase, "state">[]>`
          select state from difference where campus_id = ${campusId} and difference_id = ${differenceId} for update`;
        if (row?.state !== "open") return false;
        // A question is part of the story, and closes nothing.
        const toState = command === "ask" ? "open" : nextDifferenceState("open", command);
        if (!toState) return false;
        await tx`
          update difference set state = ${toState}, changed_at = ${now}
          where campus_id = ${campusId} and difference_id = ${differenceId}`;
        const step = { command, fromState: "open", toState, reason, at: now, by } as const;
        await appendStep(tx, { campusId, differenceId }, step);
        return true;
      });
    },
  };
}
