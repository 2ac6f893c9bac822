import { signedIn } from "../../rpc/procedures.ts";

export const me = signedIn.query(async ({ ctx }) => {
  const profile = await ctx.app.identity.profile(ctx.session);
  return { session: ctx.session, profile };
});
