import type { Difference } from "./use-reconciliation.ts";
import { bookWords, kindWords } from "./words.ts";

/** Which differences are shown; all of it stands in the address. */
export type DifferenceFilters = {
  /** Also those that are closed. */
  readonly all: boolean;
  readonly book: Difference["channel"] | null;
  readonly kind: Difference["kind"] | null;
  /** A day in China; null: every day. */
  readonly day: string | null;
};

export const bookNames = Object.keys(bookWords) as Difference["channel"][];
export const kindNames = Object.keys(kindWords) as Difference["kind"][];

export const readDifferenceFilters = (address: URLSearchParams): DifferenceFilters => ({
  all: address.get("show") === "all",
  book: bookNames.find((name) => name === address.get("book")) ?? null,
  kind: kindNames.find((name) => name === address.get("kind")) ?? null,
  day: /^\d{4}-\d{2}-\d{2}$/.exec(address.get("day") ?? "")?.[0] ?? null,
});

export function writeDifferenceFilters({ all, book, kind, day }: DifferenceFilters): URLSearchParams {
  const address = new URLSearchParams();
  if (all) address.set("show", "all");
  if (book) address.set("book", book);
  if (kind) address.set("kind", kind);
  if (day) address.set("day", day);
  return address;
}

/** Those that match, the open ones first, within them the oldest; of the closed ones the newest. */
export const applyDifferenceFilters = (
  differences: readonly Difference[],
  { book, kind, day }: DifferenceFilters,
): Difference[] =>
  differences
    .filter(
      (one) => (!book || one.channel === book) && (!kind || one.kind === kind) && (!day || one.day === day),
    )
    .sort((a, b) => {
      const open = Number(b.state === "open") - Number(a.state === "open");
      const age = a.openedAt - b.openedAt;
      return open || (a.state === "open" ? age : -age);
    });
