import { z } from "zod";
import { host, id, words } from "../../rpc/inputs.ts";
import { anyone, unwrap } from "../../rpc/procedures.ts";

export const login = anyone
  .input(
    z.strictObject({ campusId: id("campus"), host, code: z.string().min(1).max(512), device: words(80) }),
  )
  .mutation(async ({ ctx, input }) => {
    const { token, session } = unwrap(await ctx.app.identity.login({ ...input, traceId: ctx.traceId }));
    return { token, session };
  });
