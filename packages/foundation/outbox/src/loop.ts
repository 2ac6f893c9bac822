import { setTimeout as pause } from "node:timers/promises";

export type Loop = {
  /** There may be work: look now. */
  wake(): void;
  /** Looks now, and resolves once nothing is left. */
  idle(): Promise<void>;
  /** Whether it sleeps at this moment. */
  resting(): boolean;
  /** Resolves when the loop has ended. */
  readonly running: Promise<void>;
};

export type LoopOptions = {
  /** Does a piece of work; 0: there was none. */
  work(): Promise<number>;
  readonly pollMs: number;
  readonly stopped: AbortSignal;
  readonly onTrouble: (error: unknown) => void;
};

const shortestRest = 200;
const longestRest = 5_000;

/**
 * Works while there is work, then sleeps until woken or until the poll is due. After a failure it rests, longer each time and
 * however often it is woken: whoever is down is not hammered.
 */
export function startLoop({ work, pollMs, stopped, onTrouble }: LoopOptions): Loop {
  let woken = false;
  let rouse: (() => void) | null = null;
  let rested = () => {};
  let resting = new Promise<void>((resolve) => (rested = resolve));
  const wake = () => {
    woken = true;
    if (!rouse) return;
    // From now on the loop counts as busy, before it runs again: whoever awaits `idle` must not miss this round.
    resting = new Promise((resolve) => (rested = resolve));
    rouse();
    rouse = null;
  };
  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(wake, pollMs);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
      rested();
    });
  const run = async () => {
    let rest = shortestRest;
    while (!stopped.aborted) {
      woken = false;
      try {
        const done = await work();
        rest = shortestRest;
        if (done === 0 && !woken && !stopped.aborted) await sleep();
      } catch (error) {
        if (!stopped.aborted) onTrouble(error);
        await pause(rest, undefined, { signal: stopped }).catch(() => undefined);
        rest = Math.min(rest * 2, longestRest);
      }
    }
    rested();
  };
  stopped.addEventListener("abort", wake, { once: true });
  return {
    wake,
    resting: () => rouse !== null,
    running: run(),
    idle: () => {
      wake();
      return resting;
    },
  };
}
