import { signedIn } from "../../rpc/procedures.ts";

export const logout = signedIn.mutation(async ({ ctx }) => {
  await ctx.app.identity.logout(ctx.session);
  return { done: true };
});
