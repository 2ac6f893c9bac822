import { randomUUID } from "node:crypto";
import type { Sql } from "@sanqi/database";
import type { Hint, LiveFeed } from "./feed.ts";

const channel = "sanqi_live";
/** A NOTIFY carries at most 8,000 bytes; hints are about 200. */
const notifyBytes = 7_500;
const gatherMs = 10;

const keyOf = (hint: Hint) => (hint.kind === "order" ? hint.orderId : hint.riderId);

type Listener = { matches(hint: Hint): boolean; push(hint: Hint): void };

/**
 * Hints inside this process, and to all others through PostgreSQL's NOTIFY. Not durable on purpose: a hint only says
 * "read again", and every reader reads once more when it connects.
 */
export async function createLiveFeed(
  sql: Sql,
  onTrouble: (error: unknown) => void,
): Promise<LiveFeed & { close(): Promise<void> }> {
  const self = randomUUID();
  const listeners = new Set<Listener>();
  let gathered: Hint[] = [];
  let timer: NodeJS.Timeout | null = null;

  const deliver = (hint: Hint) => {
    for (const listener of listeners) if (listener.matches(hint)) listener.push(hint);
  };
  const flush = () => {
    timer = null;
    let batch: Hint[] = [];
    const send = () => {
      if (batch.length > 0)
        sql.notify(channel, JSON.stringify({ from: self, hints: batch })).catch(onTrouble);
      batch = [];
    };
    for (const hint of gathered) {
      batch.push(hint);
      if (Buffer.byteLength(JSON.stringify(batch)) > notifyBytes - 400) send();
    }
    send();
    gathered = [];
  };
  const subscription = await sql.listen(channel, (text) => {
    const { from, hints } = JSON.parse(text) as { from: string; hints: Hint[] };
    if (from !== self) for (const hint of hints) deliver(hint);
  });

  return {
    publish(hint) {
      deliver(hint);
      gathered.push(hint);
      timer ??= setTimeout(flush, gatherMs);
    },
    follow: (matches, signal) => follow(listeners, matches, signal),
    async close() {
      if (timer) clearTimeout(timer);
      await subscription.unlisten();
    },
  };
}

/** Listening starts with the call, not with the first read. What a slow reader has not taken yet is kept once per order or rider. */
function follow(
  listeners: Set<Listener>,
  matches: (hint: Hint) => boolean,
  signal: AbortSignal,
): AsyncIterable<Hint> {
  const waiting = new Map<string, Hint>();
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
