import { operator } from "../../rpc/procedures.ts";

export const shareReceivers = operator.query(({ ctx }) =>
  ctx.app.sharing.shareReceivers(ctx.caller.campusId),
);
