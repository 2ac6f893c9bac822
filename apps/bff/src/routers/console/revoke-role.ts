import { roles } from "@sanqi/identity";
import { z } from "zod";
import { id, text } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

export const revokeRole = operator
  .input(z.strictObject({ accountId: id("account"), role: z.enum(roles), scopeId: text(0, 40) }))
  .mutation(async ({ ctx, input }) => {
    return unwrap(await ctx.app.identity.revokeRole(ctx.session, { ...input, traceId: ctx.traceId }));
  });
