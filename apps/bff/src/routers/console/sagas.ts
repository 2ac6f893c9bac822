import { operator } from "../../rpc/procedures.ts";

/** Multi-step work with money: what is stuck, what runs, what ended within a day. */
export const sagas = operator.query(({ ctx }) => ctx.app.sagas.list(ctx.caller.campusId));
