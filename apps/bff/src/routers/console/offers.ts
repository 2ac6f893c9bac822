import { operator } from "../../rpc/procedures.ts";

export const offers = operator.query(({ ctx }) => ctx.app.offers.list(ctx.caller.campusId, null));
