import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";
import { escPosOf } from "../../tickets/esc-pos.ts";

/** The ticket as rows to show and print, and as bytes for a receipt printer (base64). */
export const ticket = merchant
  .input(
    z.strictObject({ orderId: id("order"), columns: z.union([z.literal(32), z.literal(48)]).default(32) }),
  )
  .query(async ({ ctx, input }) => {
    const made = unwrap(await ctx.app.orders.ticket(ctx.caller, input.orderId));
    return { ...made, escPos: Buffer.from(escPosOf(made, input.columns)).toString("base64") };
  });
