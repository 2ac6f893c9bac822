import { complaint } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const complain = signedIn
  .input(complaint)
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.orders.complain(ctx.caller, input)));
