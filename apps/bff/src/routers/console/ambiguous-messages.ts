import { operator } from "../../rpc/procedures.ts";

/** Messages to people of which nobody knows whether they arrived, newest first. */
export const ambiguousMessages = operator.query(({ ctx }) =>
  ctx.app.notifications.ambiguousMessages(ctx.caller.campusId),
);
