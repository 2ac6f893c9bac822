import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { operator } from "../../rpc/procedures.ts";

/** Who wrote and ended which rule, and who gave coupons, newest first; `discountId` null: all rules. */
export const offerChanges = operator
  .input(z.strictObject({ discountId: id("discount").nullable(), before: z.int().min(0).nullable() }))
  .query(({ ctx, input }) => ctx.app.offers.changes(ctx.caller.campusId, { ...input, limit: 50 }));
