import { type Clock, second } from "@sanqi/kernel";

/** Orders that may be on their way through pricing and placing at the same time: about what a second can place. */
const mostInside = 1_000;
/** Nobody is sent away for longer, whatever the queue; a clock that was set back prolongs nothing either. */
const longestWait = 30 * second;
/** How fast orders are placed, before anything was measured; in orders a second. */
const firstGuess = 200;

export type Door = {
  /** `leave` is to be called once, however the order ends. */
  enter(): { readonly leave: () => void } | { readonly retryAfterSeconds: number };
};

/**
 * Lets in as many orders as can be served and sends the others away with a time to come back: each gets the next free place
 * of the seconds to come, at the pace at which orders were placed lately. So they do not all come back at once, and nobody
 * waits for an answer that comes too late.
 */
export function createDoor(clock: Clock, most = mostInside): Door {
  let inside = 0;
  let nextPlaceAt = 0;
  let pace = firstGuess;
  let measuredFrom = clock.now();
  let served = 0;

  function count(): void {
    served += 1;
    const passed = clock.now() - measuredFrom;
    if (passed < second) return;
    // Only a crowded house shows how fast it can be.
    if (inside > most / 2) pace = Math.max(1, (served * second) / passed);
    measuredFrom = clock.now();
    served = 0;
  }

  return {
    enter() {
      if (inside < most) {
        inside += 1;
        return {
          leave() {
            inside -= 1;
            count();
          },
        };
      }
      const now = clock.now();
      // Whoever is inside comes first.
      const soonest = now + (inside / pace) * second;
      nextPlaceAt = Math.min(Math.max(nextPlaceAt, soonest) + second / pace, now + longestWait);
      return { retryAfterSeconds: Math.max(1, Math.ceil((nextPlaceAt - now) / second)) };
    },
  };
}
