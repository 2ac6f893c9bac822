import { roles } from "@sanqi/identity";
import { z } from "zod";
import { text, words } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";
import { scopeNameOf } from "../../rpc/scope-name.ts";

export const invite = operator
  .input(
    z.strictObject({
      role: z.enum(roles),
      scopeKind: z.enum(["campus", "shop", "department"]),
      scopeId: text(0, 40),
      displayName: words(20).optional(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { displayName, ...scope } = input;
    const { scopeName } = await scopeNameOf(ctx.app, ctx.caller.campusId, scope);
    const invitation = { ...scope, scopeName, ...(displayName ? { displayName } : {}), traceId: ctx.traceId };
    return unwrap(await ctx.app.identity.invite(ctx.session, invitation));
  });
