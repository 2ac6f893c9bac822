import { randomUUID } from "node:crypto";
import type { Again, Hint, LiveFeed } from "./feed.ts";
import { follow, type Listener } from "./follow.ts";
import type { OpenHintWire } from "./wire.ts";

/** Hints are about 200 bytes; a NOTIFY carries at most 8,000. */
const mostBytes = 7_500;
const gatherMs = 10;
/** After a text did not go out, the next try comes this much later, unless the line says that it is up. */
const againMs = 1_000;

type Letter = { readonly from: string; readonly hints: readonly Hint[]; readonly again?: boolean };

/**
 * Hints inside this process, and to all others over a wire. Not durable on purpose: a hint only says "read again", every
 * reader reads once more when it connects, and whenever the wire may have lost something, all of them are told to.
 */
export async function createLiveFeed(
  open: OpenHintWire,
  onTrouble: (error: unknown) => void,
): Promise<LiveFeed & { close(): Promise<void> }> {
  const self = randomUUID();
  const listeners = new Set<Listener>();
  const firsts: ((news: Hint | Again) => void)[] = [];
  let gathered: Hint[] = [];
  let timer: NodeJS.Timeout | null = null;
  /** Others have missed a text of ours. */
  let owing = false;
  let closed = false;

  const deliver = (hint: Hint) => {
    for (const hear of firsts) hear(hint);
    for (const listener of listeners) if (listener.matches(hint)) listener.push(hint);
  };
  const tellAgain = () => {
    for (const hear of firsts) hear({ kind: "again" });
    for (const listener of listeners) listener.push({ kind: "again" });
  };
  const schedule = (ms: number) => {
    if (!closed) timer ??= setTimeout(flush, ms);
  };
  const send = async (letter: Letter) => {
    try {
      await wire.send(JSON.stringify(letter));
    } catch (error) {
      if (closed) return;
      // Without a repetition of the report: one line that is down is one trouble.
      if (!owing) onTrouble(error);
      owing = true;
      schedule(againMs);
    }
  };
  function flush() {
    timer = null;
    const again = owing;
    owing = false;
    for (const hints of batchesOf(gathered, again))
      void send({ from: self, hints, ...(again ? { again } : {}) });
    gathered = [];
  }
  const wire = await open({
    heard(text) {
      const letter = letterOf(text);
      if (!letter || letter.from === self) return;
      if (letter.again) tellAgain();
      for (const hint of letter.hints) deliver(hint);
    },
    restored() {
      tellAgain();
      if (!owing) return;
      if (timer) clearTimeout(timer);
      timer = null;
      schedule(0);
    },
  });

  return {
    publish(hint) {
      deliver(hint);
      gathered.push(hint);
      schedule(gatherMs);
    },
    hearFirst: (hear) => void firsts.push(hear),
    follow: (matches, signal) => follow(listeners, matches, signal),
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await wire.close();
    },
  };
}

/** So many hints to a text as it carries; one empty batch where there is nothing else to say `again` with. */
function batchesOf(hints: readonly Hint[], again: boolean): Hint[][] {
  const batches: Hint[][] = again && hints.length === 0 ? [[]] : [];
  let room = 0;
  for (const hint of hints) {
    const size = Buffer.byteLength(JSON.stringify(hint)) + 1;
    if (room < size) {
      batches.push([]);
      room = mostBytes - 200;
    }
    batches.at(-1)?.push(hint);
    room -= size;
  }
  return batches;
}

/** Null for what is not a letter of ours: others may use the same server. */
function letterOf(text: string): Letter | null {
  try {
    const letter = JSON.parse(text) as Letter | null;
    return Array.isArray(letter?.hints) ? letter : null;
  } catch {
    return null;
  }
}
