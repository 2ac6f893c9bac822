import { type Difference, type DifferenceState, differenceKey, nextDifferenceState } from "./difference.ts";

/** A difference on a day, as a case that a person closes. */
export type DatedDifference = Difference & { readonly day: string };
export type KnownCase = {
  readonly differenceId: string;
  readonly day: string;
  readonly state: DifferenceState;
} & Pick<Difference, "kind" | "subject" | "number" | "expected" | "found" | "ownState">;

export type CaseChanges<C extends KnownCase> = {
  readonly opened: readonly DatedDifference[];
  /** Had gone and is found again, or is no longer what a person closed. */
  readonly reopened: readonly { readonly known: C; readonly difference: DatedDifference }[];
  /** Still open; its numbers may have changed. */
  readonly kept: readonly { readonly known: C; readonly difference: DatedDifference }[];
  readonly vanished: readonly C[];
};

const nameOf = (d: Pick<DatedDifference, "day" | "kind" | "subject" | "number">): string =>
  `${d.day} ${differenceKey(d)}`;

/** A person's word is about these; where they change, it is about something else. */
const isChanged = (known: KnownCase, found: DatedDifference): boolean =>
  known.expected !== found.expected || known.found !== found.found || known.ownState !== found.ownState;

/** Stock can be compared on its day only; money is looked at again, whatever its age. */
export const isLookedAtAgain = (known: Pick<KnownCase, "subject" | "day">, today: string): boolean =>
  known.subject !== "stock" || known.day >= today;

/**
 * What a run over the same books changes about the cases that are known of them. What a person has closed stays closed for
 * as long as it is the same.
 * @param isLookedAt false: the run says nothing of this case, which then stays as it is
 */
export function caseChanges<C extends KnownCase>(
  known: readonly C[],
  found: readonly DatedDifference[],
  isLookedAt: (known: C) => boolean = () => true,
): CaseChanges<C> {
  const cases = new Map(known.map((each) => [nameOf(each), each]));
  const names = new Set(found.map(nameOf));
  const met = found.flatMap((difference) => {
    const before = cases.get(nameOf(difference));
    return before === undefined ? [] : [{ known: before, difference }];
  });
  return {
    opened: found.filter((difference) => !cases.has(nameOf(difference))),
    reopened: met.filter(
      ({ known: before, difference }) =>
        nextDifferenceState(before.state, "find") === "open" &&
        (before.state === "gone" || isChanged(before, difference)),
    ),
    kept: met.filter(({ known: before }) => before.state === "open"),
    vanished: known.filter((each) => each.state === "open" && !names.has(nameOf(each)) && isLookedAt(each)),
  };
}
