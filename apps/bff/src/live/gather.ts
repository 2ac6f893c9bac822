import { setTimeout as pause } from "node:timers/promises";
import type { Again, Hint, OrderHint } from "./feed.ts";

/** A board that moves more often than this cannot be read anyway, and every hint makes its reader fetch the whole board. */
const gatherMs = 300;

/** Order hints at most every 300 ms: the newest stands for all that came in between. */
export async function* gathered(
  hints: AsyncIterable<Hint | Again>,
  signal: AbortSignal,
): AsyncGenerator<OrderHint | Again> {
  let newest: OrderHint | Again | null = null;
  let rouse = () => {};
  let ended = false;
  const reading = (async () => {
    for await (const hint of hints) {
      if (hint.kind !== "rider") newest = hint;
      rouse();
    }
  })().finally(() => {
    ended = true;
    rouse();
  });
  while (!ended || newest) {
    if (newest) {
      const hint: OrderHint | Again = newest;
      newest = null;
      yield hint;
      await pause(gatherMs, undefined, { signal }).catch(() => undefined);
      continue;
    }
    await new Promise<void>((resolve) => {
      rouse = resolve;
    });
  }
  await reading;
}

/** What a board's reader is told; it reads the whole board whatever it hears. */
export const boardChange = (hint: OrderHint | Again): { type: string; orderId: string } =>
  hint.kind === "again" ? { type: "again", orderId: "" } : { type: hint.type, orderId: hint.orderId };
