import { channels } from "@sanqi/reconciliation";
import { z } from "zod";
import { operator, unwrap } from "../../rpc/procedures.ts";

/** Reads the bill of a day again and compares it, now. */
export const reconcile = operator
  .input(z.strictObject({ day: z.iso.date(), channel: z.enum(channels).nullable() }))
  .mutation(async ({ ctx, input }) => {
    const { campusId, traceId } = ctx.caller;
    return unwrap(await ctx.app.reconciliation.reconcile({ campusId, traceId, ...input }));
  });
