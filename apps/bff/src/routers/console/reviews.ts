import { z } from "zod";
import { reviewsBefore } from "../../rpc/inputs.ts";
import { operator } from "../../rpc/procedures.ts";

export const reviews = operator
  .input(z.strictObject({ before: reviewsBefore }))
  .query(({ ctx, input }) => ctx.app.orders.consoleReviews(ctx.caller.campusId, input));
