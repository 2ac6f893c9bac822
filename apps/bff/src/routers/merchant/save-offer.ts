import { offerDraft } from "../../rpc/offer-input.ts";
import { merchant, unwrap } from "../../rpc/procedures.ts";

export const saveOffer = merchant.input(offerDraft).mutation(async ({ ctx, input: draft }) => {
  return unwrap(await ctx.app.offers.save(ctx.caller, { draft, scope: ctx.caller.shopIds }));
});
