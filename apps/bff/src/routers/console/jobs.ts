import { operator } from "../../rpc/procedures.ts";

/** Timed work: how much there is, what failed and why, what runs or should have been run. */
export const jobs = operator.query(async ({ ctx }) => {
  const [figures, failed, due] = await Promise.all([
    ctx.app.jobs.figures(),
    ctx.app.jobs.failed(),
    ctx.app.jobs.due(),
  ]);
  return { figures, failed, due };
});
