import { z } from "zod";
import { host, id, text, words } from "../../rpc/inputs.ts";
import { anyone, unwrap } from "../../rpc/procedures.ts";

export const login = anyone
  .input(z.strictObject({ campusId: id("campus"), host, code: text(1, 512), device: words(80) }))
  .mutation(async ({ ctx, input }) => {
    const { token, session } = unwrap(await ctx.app.identity.login({ ...input, traceId: ctx.traceId }));
    return { token, session };
  });
