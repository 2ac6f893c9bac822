import { signedIn } from "../../rpc/procedures.ts";

export const inbox = signedIn.query(({ ctx }) =>
  ctx.app.notifications.inbox(ctx.caller.campusId, ctx.caller.accountId),
);
