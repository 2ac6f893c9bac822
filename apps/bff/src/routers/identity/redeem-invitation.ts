import { z } from "zod";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const redeemInvitation = signedIn
  .input(z.strictObject({ code: z.string().regex(/^[0-9A-Z]{10}$/) }))
  .mutation(async ({ ctx, input }) => {
    return unwrap(
      await ctx.app.identity.redeemInvitation(ctx.session, { code: input.code, traceId: ctx.traceId }),
    );
  });
