import { operator } from "../../rpc/procedures.ts";

export const logout = operator.mutation(async ({ ctx }) => {
  await ctx.app.identity.logout(ctx.session);
  ctx.setConsoleCookie(null, 0);
  return { done: true };
});
