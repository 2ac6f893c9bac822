import { z } from "zod";
import { id, text } from "../../rpc/inputs.ts";
import { anyone, unwrap } from "../../rpc/procedures.ts";

export const login = anyone
  .input(
    z.strictObject({
      campusId: id("campus"),
      username: text(1, 64),
      password: text(1, 200),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { token, session } = unwrap(
      await ctx.app.identity.consoleLogin({ ...input, address: ctx.address, traceId: ctx.traceId }),
    );
    ctx.setConsoleCookie(token, Math.floor((session.expiresAt - ctx.app.clock.now()) / 1000));
    return { session };
  });
