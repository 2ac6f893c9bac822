import { z } from "zod";
import { reviewsBefore } from "../../rpc/inputs.ts";
import { merchant } from "../../rpc/procedures.ts";

export const reviews = merchant
  .input(z.strictObject({ before: reviewsBefore }))
  .query(({ ctx, input }) => ctx.app.orders.merchantReviews(ctx.caller, input));
