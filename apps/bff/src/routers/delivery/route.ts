import { err } from "@sanqi/kernel";
import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { shopsOf, signedIn, unwrap } from "../../rpc/procedures.ts";

export const route = signedIn
  .input(z.strictObject({ orderId: id("order") }))
  .query(async ({ ctx, input }) => {
    const party = await ctx.app.orders.partyOf(
      { ...ctx.caller, shopIds: shopsOf(ctx.session) },
      input.orderId,
    );
    if (!party) return unwrap<never>(err({ kind: "orderNotFound" }));
    return unwrap(await ctx.app.delivery.route(ctx.caller.campusId, input.orderId));
  });
