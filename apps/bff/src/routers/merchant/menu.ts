import { err } from "@sanqi/kernel";
import { z } from "zod";
import { id } from "../../rpc/inputs.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

export const menu = merchant.input(z.strictObject({ shopId: id("shop") })).query(async ({ ctx, input }) => {
  if (!ctx.caller.shopIds.includes(input.shopId)) return unwrap<never>(err({ kind: "notAllowed" }));
  return unwrap(await ctx.app.catalog.menu(ctx.caller.campusId, { shopId: input.shopId, placeId: null }));
});
