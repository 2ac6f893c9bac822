import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

export const setTable = merchant
  .input(z.strictObject({ shopId: id("shop"), tableId: id("table").nullable(), name: words(20) }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.menuEditing.setTable(ctx.caller, input)));
