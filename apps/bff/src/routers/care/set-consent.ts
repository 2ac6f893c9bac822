import { z } from "zod";
import { text } from "../../rpc/inputs.ts";
import { signedIn } from "../../rpc/procedures.ts";

export const setConsent = signedIn
  .input(z.strictObject({ given: z.boolean(), textVersion: text(1, 20) }))
  .mutation(async ({ ctx, input }) => {
    const { campusId, accountId, traceId } = ctx.caller;
    return ctx.app.care.setConsent({ campusId, accountId, traceId, ...input });
  });
