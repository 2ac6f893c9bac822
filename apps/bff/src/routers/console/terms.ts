import { operator } from "../../rpc/procedures.ts";

export const terms = operator.query(({ ctx }) => ctx.app.ledger.terms(ctx.caller.campusId));
