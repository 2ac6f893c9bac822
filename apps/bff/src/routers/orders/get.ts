import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

const getInput = z.strictObject({
  orderId: id("order"),
  /** The version that the person has seen of it. Apps of earlier releases do not say it. */
  seen: z.int().min(0).nullable().default(null),
});

export const get = signedIn.input(getInput).query(async ({ ctx, input }) => {
  return unwrap(await ctx.app.orders.get(ctx.caller, input.orderId, input.seen));
});
