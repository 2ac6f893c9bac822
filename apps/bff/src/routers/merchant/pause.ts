import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

/** Until null: until the kitchen opens again. */
const pausing = z.strictObject({ until: z.int().min(0).nullable(), reason: words(60), reasonEn: words(100) });

/** Closes for now; null opens again. */
export const pause = merchant
  .input(z.strictObject({ shopId: id("shop"), paused: pausing.nullable() }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.menuEditing.pause(ctx.caller, input)));
