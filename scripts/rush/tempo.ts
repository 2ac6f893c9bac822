export type Span = readonly [from: number, to: number];
export type Tempo = {
  readonly [What in
    | "lookMs"
    | "cashierMs"
    | "regretMs"
    | "ticketMs"
    | "cookMs"
    | "riderLookMs"
    | "handOverMs"]: Span;
} & {
  readonly [What in
    | "boardMs"
    | "pollMs"
    | "metresPerSecond"
    | "positionMs"
    | "boxHolds"
    | "sameCounterMetres"
    | "sameDirectionMetres"
    | "patienceMs"]: number;
};

/**
 * How fast the people of a rush act. A lunch of about 40 minutes is played in about one: what people and pans do is
 * compressed, what the product does is not, so every latency measured is a real one.
 */
export const tempo: Tempo = {
  /** A student looks at a page for 20 to 60 s; here long enough that calls of one person never run into each other. */
  lookMs: [200, 900],
  /** Tapping through the cashier. */
  cashierMs: [300, 1_000],
  /** Somebody who changes their mind does so at once, while the kitchen is still reading the ticket. */
  regretMs: [0, 400],
  /** A cook reads a ticket in about 20 s. Longer than most regrets, so that cancellations before acceptance happen. */
  ticketMs: [500, 1_500],
  /** 5 to 15 minutes at the stove. Longer than a rider's way, so that riders wait at counters as they do at noon. */
  cookMs: [3_000, 9_000],
  /** The board is read again at most this often, however many tickets come in. */
  boardMs: 300,
  /** An idle rider looks at the list some time after a hint, because riders do not all look at the same instant. */
  riderLookMs: [100, 1_500],
  /** Without any hint a board is read again after this: a hint may be lost, an order may not. */
  pollMs: 4_000,
  /** Bags are searched for, a code is told at the door. */
  handOverMs: [200, 600],
  /** About six times a bicycle on a campus, and below the 30 m/s above which the product does not believe a position. */
  metresPerSecond: 25,
  /** How often a rider's phone tells where it is. */
  positionMs: 1_500,
  /** A rider's box holds this many. */
  boxHolds: 5,
  /** Counters this near to each other are one stop, and so are doors on one round. */
  sameCounterMetres: 120,
  sameDirectionMetres: 220,
  /** Nobody waits longer for an answer of ours. */
  patienceMs: 20_000,
};

/** What students do besides ordering and eating. */
export const habits = {
  /** Taps "order" twice because nothing seems to happen. */
  placesTwice: 0.03,
  /** Cancels right after paying. */
  cancels: 0.02,
  /** Leaves at the cashier and never pays. */
  neverPays: 0.02,
  /** The kitchen is out of something. */
  kitchenRefuses: 0.01,
  /** After this many sold-out dishes or closed shops a student goes to the canteen instead. */
  tries: 4,
} as const;

/**
 * For a short check: cooks and riders are quick beyond belief, so the map stands still. Everything that the product does is as
 * in a long rush.
 */
export const quickTempo: Partial<Tempo> = {
  ticketMs: [200, 600],
  cookMs: [300, 1_500],
  riderLookMs: [50, 500],
  metresPerSecond: 400,
  positionMs: 300,
};
