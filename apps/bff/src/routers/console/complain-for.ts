import { complaint } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

export const complainFor = operator
  .input(complaint)
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.orders.complainFor(ctx.caller, input)));
