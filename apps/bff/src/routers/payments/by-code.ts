import { z } from "zod";
import { text } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

/** A mutation, because it counts tries: what it is asked must not be repeated by a cache. */
export const byCode = signedIn
  .input(z.strictObject({ code: text(1, 20) }))
  .mutation(async ({ ctx, input }) => {
    const { campusId, accountId } = ctx.caller;
    return unwrap(await ctx.app.payments.byCode({ campusId, accountId, code: input.code }));
  });
