import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";
import { shopChange, version } from "./menu-inputs.ts";

export const editShop = merchant
  .input(z.strictObject({ shopId: id("shop"), version, change: shopChange }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.menuEditing.changeShop(ctx.caller, input)));
