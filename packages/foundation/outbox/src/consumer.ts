import type { Tx } from "@sanqi/database";
import type { Turn } from "@sanqi/resilience";
import type { Event } from "./event.ts";

type Common<P> = {
  readonly name: string;
  readonly on: readonly string[];
  /** Who shares a reader of the topic: one group per platform, and `own` for everybody else. */
  readonly group?: string;
  /** Only events whose payload names this `host`; all where nothing is said. */
  readonly onlyHost?: string;
} & { readonly __payload?: P };

/**
 * Changes our own data: runs in the transaction that marks the event done, so it takes effect exactly once.
 */
export type LocalConsumer<P = never> = Common<P> & {
  readonly kind: "local";
  handle(event: Event<P>, tx: Tx): Promise<void>;
};

/**
 * Talks to the outside: runs before the event is marked done, so after a crash it runs again.
 * It must carry a key that makes the repetition harmless, or record its intent first.
 */
export type OutsideConsumer<P = never> = Common<P> & {
  readonly kind: "outside";
  handle(event: Event<P>): Promise<void>;
  /** How much may be taken now; all where the consumer does not say. What may not waits its turn, see {@link NotNow}. */
  turn?(): Turn;
};

export type Consumer = LocalConsumer<never> | OutsideConsumer<never>;

/** Declares a consumer with the type of its payload. */
export const localConsumer = <P>(c: {
  name: string;
  on: readonly string[];
  group?: string;
  onlyHost?: string;
  handle(event: Event<P>, tx: Tx): Promise<void>;
}): Consumer => ({ ...c, kind: "local" }) as unknown as Consumer;

export const outsideConsumer = <P>(c: {
  name: string;
  on: readonly string[];
  group?: string;
  onlyHost?: string;
  handle(event: Event<P>): Promise<void>;
  turn?(): Turn;
}): Consumer => ({ ...c, kind: "outside" }) as unknown as Consumer;

/** Consumers that name no group act on our own data, or on platforms by turns. */
export const groupOf = (consumer: Pick<Consumer, "group">): string => consumer.group ?? "own";

/**
 * Thrown by a consumer that has done nothing because its outside takes nothing now: the event waits its turn for `forMs`
 * milliseconds. That is no failure: no try is counted, and however often it happens the event is not parked.
 */
export class NotNow extends Error {
  readonly forMs: number;
  constructor(reason: string, forMs: number) {
    super(reason);
    this.forMs = forMs;
  }
}

/** Thrown by a consumer for what no repetition can mend: the event is parked at once. */
export class PoisonEvent extends Error {}
