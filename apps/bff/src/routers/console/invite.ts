import { roles } from "@sanqi/identity";
import { z } from "zod";
import { operator, unwrap } from "../../rpc/procedures.ts";
import { scopeNameOf } from "../../rpc/scope-name.ts";

export const invite = operator
  .input(
    z.strictObject({
      role: z.enum(roles),
      scopeKind: z.enum(["campus", "shop", "department"]),
      scopeId: z.string().max(40),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { scopeName } = await scopeNameOf(ctx.app, ctx.caller.campusId, input);
    return unwrap(await ctx.app.identity.invite(ctx.session, { ...input, scopeName, traceId: ctx.traceId }));
  });
