import { watchRiderBoard } from "../../live/watch-rider-board.ts";
import { rider } from "../../rpc/procedures.ts";

export const watch = rider.subscription(async function* ({ ctx, signal }) {
  yield* watchRiderBoard(ctx.app, ctx.caller, signal ?? new AbortController().signal);
});
