import { z } from "zod";
import { id, text } from "../../rpc/inputs.ts";
import { anyone, unwrap } from "../../rpc/procedures.ts";

/** An invited operator chooses user name and password, and is in. */
export const join = anyone
  .input(
    z.strictObject({
      campusId: id("campus"),
      // Any text: a code of another shape is as wrong as any, and is counted too.
      code: text(1, 40),
      // Others read the name: nothing invisible in it, so that no two look alike.
      username: text(1, 64).regex(/^[\p{L}\p{N}._@-]+$/u),
      password: text(1, 200),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { token, session } = unwrap(
      await ctx.app.identity.joinConsole({ ...input, address: ctx.address, traceId: ctx.traceId }),
    );
    ctx.setConsoleCookie(token, Math.floor((session.expiresAt - ctx.app.clock.now()) / 1000));
    return { session };
  });
