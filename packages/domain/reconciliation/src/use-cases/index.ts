import { type CampusId, chinaDay, err, ok } from "@sanqi/kernel";
import { billProblemWords, type Channel, channels, dueDays, isOver, retryEvery } from "../domain/index.ts";
import type { BillRunView, ReconciliationUseCases, ReconciliationWork } from "./api.ts";
import { createBillRuns } from "./bill-run.ts";
import { caseDesk } from "./cases.ts";
import type { ReconciliationDeps } from "./deps.ts";
import type { BillRun, RunKey } from "./ports.ts";

export type * from "./api.ts";
export type { ReconciliationDeps } from "./deps.ts";
export type * from "./ports.ts";

const viewOf = (run: BillRun): BillRunView => ({
  ...run,
  problemWords: run.problem && billProblemWords[run.problem],
});

/** Each platform's daily bill against our own books; what differs becomes a case with a proposed fix. */
export function createReconciliation(
  deps: ReconciliationDeps,
): ReconciliationUseCases & { readonly work: ReconciliationWork } {
  const { store, clock } = deps;
  const runs = createBillRuns(deps);

  async function planDue(campusId: CampusId, channel: Channel): Promise<void> {
    const now = clock.now();
    const days = dueDays(now, await store.lastPlanned(campusId, channel));
    await store.plan(
      days.map((day) => ({ campusId, channel, day })),
      now,
    );
  }

  return {
    ...caseDesk(deps, runs),
    billRuns: async (campusId, limit) => (await store.runs(campusId, limit)).map(viewOf),

    async reconcile({ campusId, day, channel, traceId }) {
      const now = clock.now();
      if (!isOver(day, now)) return err({ kind: "billDayNotOver" });
      const keys = (channel ? [channel] : channels).map((each): RunKey => ({ campusId, channel: each, day }));
      await store.plan(keys, now + retryEvery);
      const done = [];
      for (const key of keys) {
        await runs.attempt(key, traceId);
        done.push(await store.run(key));
      }
      return ok(done.filter((run) => run !== null).map(viewOf));
    },

    work: {
      async readDueBills(campusId, traceId) {
        for (const channel of channels) await planDue(campusId, channel);
        const now = clock.now();
        const due = await store.claim(campusId, { now, againAt: now + retryEvery });
        const failures: unknown[] = [];
        for (const run of due) {
          // A bill that was compared is due once more where its fees did not reach the ledger.
          const work = run.state === "compared" ? runs.postFees(run, traceId) : runs.attempt(run, traceId);
          // One channel's fault must not keep the other's bill from its turn.
          await work.catch((error: unknown) => failures.push(error));
        }
        if (failures.length > 0) throw failures[0];
        return due.length;
      },
      async checkOwnBooks(campusId, traceId) {
        const now = clock.now();
        const own = { campusId, channel: "own", day: null } as const;
        const { differences, opened } = await store.alone(own, async (record) => {
          const found = await deps.books.contradictions(campusId, now);
          const today = chinaDay(now);
          return {
            differences: found,
            opened: await record({ differences: found, waiting: 0, today, now, traceId }),
          };
        });
        for (const { subject, number } of opened) deps.alarms.raise("booksDrift", { subject, number });
        return differences.length;
      },
    },
  };
}
