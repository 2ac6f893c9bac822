import { z } from "zod";
import { id, words } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

/** `was`: the name that the category had when the menu was read. */
const category = z.strictObject({ was: words(40), name: words(20), nameEn: words(40) });

export const arrangeCategories = merchant
  .input(z.strictObject({ shopId: id("shop"), categories: z.array(category).max(100).readonly() }))
  .mutation(async ({ ctx, input }) => unwrap(await ctx.app.menuEditing.arrangeCategories(ctx.caller, input)));
