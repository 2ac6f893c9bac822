import { type BreakerName, breakerMeanings } from "../../breakers/breaker-names.ts";
import { operator } from "../../rpc/procedures.ts";

/** How the breakers of every process stand, with what an operator can do. */
export const breakers = operator.query(async ({ ctx }) => {
  const reports = await ctx.app.breakers.list(ctx.caller.campusId);
  // A process of another version may have breakers that this one does not know.
  return reports.map((report) => ({ ...report, ...(breakerMeanings[report.name as BreakerName] ?? null) }));
});
