import { z } from "zod";
import { signedIn } from "../../rpc/procedures.ts";

export const markRead = signedIn
  .input(z.strictObject({ upTo: z.int().positive() }))
  .mutation(async ({ ctx, input }) => {
    await ctx.app.notifications.markRead(ctx.caller.campusId, ctx.caller.accountId, input.upTo);
    return { done: true };
  });
