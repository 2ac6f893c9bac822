import { operator } from "../../rpc/procedures.ts";

export const failedEvents = operator.query(async ({ ctx }) => {
  const [failed, lag] = await Promise.all([
    ctx.app.events.failed(ctx.caller.campusId),
    ctx.app.events.lag(ctx.caller.campusId),
  ]);
  return { failed, lag };
});
