import { operator } from "../../rpc/procedures.ts";

/** Shares of orders that hang at the platform and wait for an operator's word, see `settleShare`. */
export const stuckShares = operator.query(({ ctx }) => ctx.app.sharing.stuckShares(ctx.caller.campusId));
