import { merchant } from "../../rpc/procedures.ts";

/** The rules that the caller's shops pay for themselves. */
export const offers = merchant.query(({ ctx }) =>
  ctx.app.offers.list(ctx.caller.campusId, ctx.caller.shopIds),
);
