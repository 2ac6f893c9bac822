import { z } from "zod";
import { merchant } from "../../rpc/procedures.ts";

export const afterSales = merchant
  .input(z.strictObject({ open: z.boolean().default(true) }))
  .query(({ ctx, input }) => ctx.app.orders.merchantAfterSales(ctx.caller, input));
