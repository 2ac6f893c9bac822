import { err } from "@sanqi/kernel";
import { z } from "zod";
import { watchOrder } from "../../live/watch-order.ts";
import { id } from "../../rpc/inputs.ts";
import { signedIn, unwrap } from "../../rpc/procedures.ts";

export const watch = signedIn
  .input(z.strictObject({ orderId: id("order"), version: z.int().min(0) }))
  .subscription(async function* ({ ctx, input, signal }) {
    const ended = yield* watchOrder(
      ctx.app,
      { caller: ctx.caller, ...input },
      signal ?? new AbortController().signal,
    );
    if (ended) unwrap(err(ended));
  });
