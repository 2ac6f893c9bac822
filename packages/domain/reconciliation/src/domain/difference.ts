import type { Channel } from "./bill.ts";

/**
 * `missingHere`: the bill has money that we have no record of. `missingThere`: our money is absent from the bill.
 * `otherState`: we know the payment, but not that this money moved. `doubled`: one number moved money twice. `drift`: our
 * own books contradict each other.
 */
export const differenceKinds = [
  "missingHere",
  "missingThere",
  "otherAmount",
  "otherState",
  "doubled",
  "drift",
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** What differs: money of a bill, or two of our own books. */
export type DifferenceSubject = "payment" | "refund" | "stock" | "order" | "ledger";

/** One fact; channel, day, kind, subject and number together name it: found again, it is the same case. */
export type Difference = {
  readonly kind: DifferenceKind;
  readonly subject: DifferenceSubject;
  /** The merchant's number of what differs, or the platform's where it has none; for drift the id of order or dish. */
  readonly number: string;
  readonly paymentId: string | null;
  readonly platformNumber: string | null;
  /** What the bill says, or what one book lets expect, in fen (for stock in portions). */
  readonly expected: number | null;
  /** What our books say. */
  readonly found: number | null;
  /** The state of our own record, where there is one. */
  readonly ownState: string | null;
  readonly at: number;
};

/** Whose bill of which day; drift belongs to no channel. */
export type DifferencePlace = { readonly channel: Channel | "own"; readonly day: string };

/**
 * `accepted`: we live with it. `explained`: nothing was wrong. `fixed`: it was put right. These are a person's word and
 * stay until the difference becomes another one. `gone`: a later run did not find it any more; found again, it is open again.
 */
export const differenceStates = {
  open: { accept: "accepted", explain: "explained", fix: "fixed", vanish: "gone" },
  gone: { find: "open" },
  accepted: { find: "open" },
  explained: { find: "open" },
  fixed: { find: "open" },
} as const satisfies Record<string, Partial<Record<DifferenceCommand, string>>>;
export type DifferenceCommand = "accept" | "explain" | "fix" | "vanish" | "find";
export type DifferenceState = keyof typeof differenceStates;

export function nextDifferenceState(
  from: DifferenceState,
  command: DifferenceCommand,
): DifferenceState | undefined {
  const edges: Partial<Record<DifferenceCommand, DifferenceState>> = differenceStates[from];
  return edges[command];
}

export const differenceKey = (d: Pick<Difference, "kind" | "subject" | "number">): string =>
  `${d.kind} ${d.subject} ${d.number}`;

export type ReconciliationError =
  | { readonly kind: "differenceNotFound" }
  | { readonly kind: "differenceClosed" }
  | { readonly kind: "fixNotRunnable" }
  | { readonly kind: "billDayNotOver" };
