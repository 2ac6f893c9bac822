import { z } from "zod";
import { counselor, unwrap } from "../../rpc/procedures.ts";

export const alert = counselor
  .input(z.strictObject({ alertId: z.string().regex(/^alr_[0-9a-z]{20}$/) }))
  .query(async ({ ctx, input }) => {
    return unwrap(await ctx.app.care.alert(ctx.caller, input.alertId));
  });
