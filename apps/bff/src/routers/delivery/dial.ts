import { err } from "@sanqi/kernel";
import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const dial = signedIn
  .input(z.strictObject({ orderId: id("order") }))
  .mutation(async ({ ctx, input }) => {
    const { campusId, accountId } = ctx.caller;
    const party = await ctx.app.orders.partyOf({ ...ctx.caller, shopIds: [] }, input.orderId);
    if (!party) return unwrap<never>(err({ kind: "orderNotFound" }));
    return unwrap(await ctx.app.delivery.call({ campusId, orderId: input.orderId, caller: accountId }));
  });
