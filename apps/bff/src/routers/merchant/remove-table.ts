import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

export const removeTable = merchant
  .input(z.strictObject({ shopId: id("shop"), tableId: id("table") }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.menuEditing.removeTable(ctx.caller, input)));
