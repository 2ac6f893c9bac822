import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

/** The whole menu with what can be changed, its versions, and what was removed. */
export const editableMenu = merchant
  .input(z.strictObject({ shopId: id("shop") }))
  .query(async ({ ctx, input }) => unwrap(await ctx.app.menuEditing.menu(ctx.caller, input.shopId)));
