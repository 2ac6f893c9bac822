import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { operator } from "../../rpc/procedures.ts";

/** Who changed what in which shop, newest first; `shopId` null: everywhere. */
export const catalogChanges = operator
  .input(z.strictObject({ shopId: id("shop").nullable(), before: z.int().min(0).nullable() }))
  .query(({ ctx, input: { shopId, before } }) => {
    const shopIds = shopId ? [shopId] : null;
    return ctx.app.menuEditing.changes(ctx.caller.campusId, { shopIds, before, limit: 50 });
  });
