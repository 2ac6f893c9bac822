import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";
import { dishDraft, version } from "./menu-inputs.ts";

export const editDish = merchant
  .input(z.strictObject({ shopId: id("shop"), dishId: id("dish"), version, draft: dishDraft }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.menuEditing.changeDish(ctx.caller, input)));
