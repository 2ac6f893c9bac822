import { watchCampus } from "../../live/watch-campus.ts";
import { operator } from "../../rpc/procedures.ts";

export const watchOrders = operator.subscription(async function* ({ ctx, signal }) {
  yield* watchCampus(ctx.app, ctx.caller.campusId, signal ?? new AbortController().signal);
});
