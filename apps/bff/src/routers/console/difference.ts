import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

/** One case with its story. */
export const difference = operator
  .input(z.strictObject({ differenceId: id("difference") }))
  .query(async ({ ctx, input }) =>
    unwrap(await ctx.app.reconciliation.difference(ctx.caller.campusId, input.differenceId)),
  );
