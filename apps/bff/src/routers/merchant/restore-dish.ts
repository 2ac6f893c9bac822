import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

export const restoreDish = merchant
  .input(z.strictObject({ shopId: id("shop"), dishId: id("dish") }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.menuEditing.restoreDish(ctx.caller, input)));
