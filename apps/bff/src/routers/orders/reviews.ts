import { z } from "zod";
import { id, reviewsBefore } from "../../rpc/inputs.ts";
import { signedIn } from "../../rpc/procedures.ts";

export const reviews = signedIn
  .input(z.strictObject({ shopId: id("shop"), before: reviewsBefore }))
  .query(({ ctx, input }) => ctx.app.orders.reviews(ctx.caller.campusId, input));
