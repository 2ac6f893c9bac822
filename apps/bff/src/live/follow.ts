import type { Again, Hint } from "./feed.ts";

export type Listener = { matches(hint: Hint): boolean; push(hint: Hint | Again): void };

const keyOf = (hint: Hint | Again) =>
  hint.kind === "order" ? hint.orderId : hint.kind === "rider" ? hint.riderId : hint.kind;

/** Listening starts with the call, not with the first read. What a slow reader has not taken yet is kept once per order or rider. */
export function follow(
  listeners: Set<Listener>,
  matches: (hint: Hint) => boolean,
  signal: AbortSignal,
): AsyncIterable<Hint | Again> {
  const waiting = new Map<string, Hint | Again>();
  let rouse = () => {};
  const listener: Listener = {
    matches,
    push(hint) {
      waiting.delete(keyOf(hint));
      waiting.set(keyOf(hint), hint);
      rouse();
    },
  };
  listeners.add(listener);
  const leave = () => {
    listeners.delete(listener);
    rouse();
  };
  if (signal.aborted) leave();
  else signal.addEventListener("abort", leave, { once: true });
  return {
    async *[Symbol.asyncIterator]() {
      try {
        while (!signal.aborted) {
          const next = waiting.entries().next();
          if (next.done) {
            await new Promise<void>((resolve) => {
              rouse = resolve;
            });
            continue;
          }
          const [key, hint] = next.value;
          waiting.delete(key);
          yield hint;
        }
      } finally {
        leave();
      }
    },
  };
}
