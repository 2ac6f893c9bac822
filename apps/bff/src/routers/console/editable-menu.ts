import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

/** A kitchen's menu as it changes it, for the operator beside it on the phone. */
export const editableMenu = operator
  .input(z.strictObject({ shopId: id("shop") }))
  .query(async ({ ctx, input: { shopId } }) => {
    const by = { ...ctx.caller, shopIds: [shopId] };
    return unwrap(await ctx.app.menuEditing.menu(by, shopId));
  });
