import type { Deed } from "./kitchen-board";

/** Offers to take something back for a while, then commits: the shape of `undoable` of the base. */
export type Offer = (offer: { undo: () => void; commit: () => void }) => void;

type Waiting = { deed: Deed; send: () => Promise<void> };
export type DeferredDeeds = {
  /** Waits for the offer to pass, then sends. An earlier deed on the same order goes out first, at once. */
  put(orderId: string, deed: Deed, send: () => Promise<void>, offer: Offer): Promise<void>;
  /** Sends what still waits for this order: the next step needs it done. */
  settle(orderId: string): Promise<void>;
  /** Sends everything that still waits: the page is being left, and nobody could take it back any more. */
  flush(): Promise<void>;
};

/**
 * Deeds that are shown at once and sent when they can no longer be taken back. Each is sent once or taken back once,
 * whichever comes first.
 * @param onTakenBack puts the screen back
 */
export function createDeferredDeeds(onTakenBack: (orderId: string) => void): DeferredDeeds {
  const waiting = new Map<string, Waiting>();
  const release = async (orderId: string, given: Waiting): Promise<void> => {
    if (waiting.get(orderId) !== given) return;
    waiting.delete(orderId);
    await given.send();
  };
  return {
    async put(orderId, deed, send, offer) {
      const earlier = waiting.get(orderId);
      if (earlier) await release(orderId, earlier);
      const given: Waiting = { deed, send };
      waiting.set(orderId, given);
      offer({
        commit: () => void release(orderId, given),
        undo: () => {
          if (waiting.get(orderId) !== given) return;
          waiting.delete(orderId);
          onTakenBack(orderId);
        },
      });
    },
    async settle(orderId) {
      const given = waiting.get(orderId);
      if (given) await release(orderId, given);
    },
    async flush() {
      await Promise.all([...waiting].map(([orderId, given]) => release(orderId, given)));
    },
  };
}
