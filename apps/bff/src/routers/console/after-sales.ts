import { z } from "zod";
import { operator } from "../../rpc/procedures.ts";

export const afterSales = operator
  .input(z.strictObject({ open: z.boolean().default(true) }))
  .query(({ ctx, input }) => ctx.app.orders.consoleAfterSales(ctx.caller.campusId, input));
