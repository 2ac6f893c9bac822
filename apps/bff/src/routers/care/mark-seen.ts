import { z } from "zod";
import { counselor, unwrap } from "../../rpc/procedures.ts";

export const markSeen = counselor
  .input(z.strictObject({ alertId: z.string().regex(/^alr_[0-9a-z]{20}$/) }))
  .mutation(async ({ ctx, input }) => {
    return unwrap(await ctx.app.care.markSeen(ctx.caller, input.alertId));
  });
