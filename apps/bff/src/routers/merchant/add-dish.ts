import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";
import { dishDraft } from "./menu-inputs.ts";

export const addDish = merchant
  .input(z.strictObject({ shopId: id("shop"), draft: dishDraft }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.menuEditing.addDish(ctx.caller, input)));
