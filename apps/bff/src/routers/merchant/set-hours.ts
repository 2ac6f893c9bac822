import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";
import { exceptions, hours, version } from "./menu-inputs.ts";

export const setHours = merchant
  .input(z.strictObject({ shopId: id("shop"), version, hours, exceptions }))
  .mutation(async ({ ctx, input: { shopId, version, ...change } }) => {
    return unwrap(await ctx.app.menuEditing.changeShop(ctx.caller, { shopId, version, change }));
  });
