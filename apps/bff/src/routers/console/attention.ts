import { operator } from "../../rpc/procedures.ts";

/** How much of the order path waits for a person; cheap enough to be asked every few seconds. */
export const attention = operator.query(async ({ ctx }) => {
  const { events, sagas, sharing, breakers, jobs } = ctx.app;
  const { campusId } = ctx.caller;
  const [parkedEvents, stuckSagas, stuckShares, reports, figures] = await Promise.all([
    events.parked(campusId),
    sagas.stuck(campusId),
    sharing.stuckShares(campusId),
    breakers.list(campusId),
    jobs.figures(),
  ]);
  const open = reports.filter(({ state }) => state !== "closed").map(({ name }) => name);
  return {
    parkedEvents,
    stuckSagas,
    stuckShares: stuckShares.length,
    openBreakers: new Set(open).size,
    failedJobs: figures.parked,
    workers: figures.workers,
  };
});
