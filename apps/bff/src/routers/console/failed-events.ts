import { operator } from "../../rpc/procedures.ts";

/** Parked events, those that wait their turn or their next try, and how far each consumer is. */
export const failedEvents = operator.query(async ({ ctx }) => {
  const [failed, delayed, lag] = await Promise.all([
    ctx.app.events.failed(ctx.caller.campusId),
    ctx.app.events.delayed(ctx.caller.campusId),
    ctx.app.events.lag(ctx.caller.campusId),
  ]);
  return { failed, delayed, lag };
});
