import { offerDraft } from "../../rpc/offer-input.ts";
import { operator, unwrap } from "../../rpc/procedures.ts";

export const saveOffer = operator.input(offerDraft).mutation(async ({ ctx, input: draft }) => {
  return unwrap(await ctx.app.offers.save(ctx.caller, { draft, scope: null }));
});
