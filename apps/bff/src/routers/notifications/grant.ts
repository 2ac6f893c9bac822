import { z } from "zod";
import { text } from "../../rpc/inputs.ts";
import { signedIn } from "../../rpc/procedures.ts";

export const grant = signedIn
  .input(z.strictObject({ templateIds: z.array(text(1, 80)).max(10) }))
  .mutation(async ({ ctx, input }) => {
    const { campusId, accountId, host } = ctx.session;
    if (host !== "console")
      await ctx.app.notifications.grant({ campusId, accountId, host, ...input, at: ctx.app.clock.now() });
    return { done: true };
  });
