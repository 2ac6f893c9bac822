import { z } from "zod";
import { operator } from "../../rpc/procedures.ts";

/** What differs between the platforms' bills and our books, and between our own books; each with what to do about it. */
export const differences = operator
  .input(z.strictObject({ open: z.boolean(), limit: z.int().min(1).max(1000) }))
  .query(({ ctx, input }) => ctx.app.reconciliation.differences(ctx.caller.campusId, input));
