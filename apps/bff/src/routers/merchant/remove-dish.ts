import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";
import { version } from "./menu-inputs.ts";

export const removeDish = merchant
  .input(z.strictObject({ shopId: id("shop"), dishId: id("dish"), version }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.menuEditing.removeDish(ctx.caller, input)));
