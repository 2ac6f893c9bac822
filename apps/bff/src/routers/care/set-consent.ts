import { z } from "zod";
import { signedIn } from "../../rpc/procedures.ts";

export const setConsent = signedIn
  .input(z.strictObject({ given: z.boolean(), textVersion: z.string().min(1).max(20) }))
  .mutation(async ({ ctx, input }) => {
    const { campusId, accountId, traceId } = ctx.caller;
    return ctx.app.care.setConsent({ campusId, accountId, traceId, ...input });
  });
