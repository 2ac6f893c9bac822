import { watchKitchen } from "../../live/watch-kitchen.ts";
import { merchant } from "../../rpc/procedures.ts";

export const watch = merchant.subscription(async function* ({ ctx, signal }) {
  yield* watchKitchen(ctx.app, ctx.caller, signal ?? new AbortController().signal);
});
