import { stages } from "@sanqi/orders";
import { z } from "zod";
import { words } from "../../rpc/inputs.ts";
import { operator } from "../../rpc/procedures.ts";

export const orders = operator
  .input(
    z.strictObject({
      day: z.iso.date(),
      stage: z.enum(stages).nullable(),
      text: words(40),
      limit: z.int().min(1).max(2000),
    }),
  )
  .query(({ ctx, input }) => ctx.app.orders.consoleOrders(ctx.caller.campusId, input));
