import { z } from "zod";
import { operator } from "../../rpc/procedures.ts";

/** Which bills have been read and compared, the newest days first. */
export const billRuns = operator
  .input(z.strictObject({ limit: z.int().min(1).max(200) }))
  .query(({ ctx, input }) => ctx.app.reconciliation.billRuns(ctx.caller.campusId, input.limit));
