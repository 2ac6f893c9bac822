import { z } from "zod";
import { merchant } from "../../rpc/procedures.ts";

/** Who changed what in the own shops, newest first. */
export const changes = merchant
  .input(z.strictObject({ before: z.int().min(0).nullable() }))
  .query(({ ctx, input }) => {
    const { campusId, shopIds } = ctx.caller;
    return ctx.app.menuEditing.changes(campusId, { shopIds, before: input.before, limit: 50 });
  });
