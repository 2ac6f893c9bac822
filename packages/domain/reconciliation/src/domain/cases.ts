import { type Difference, type DifferenceState, differenceKey, nextDifferenceState } from "./difference.ts";

/** A difference on a day, as a case that a person closes. */
export type DatedDifference = Difference & { readonly day: string };
export type KnownCase = {
  readonly differenceId: string;
  readonly day: string;
  readonly state: DifferenceState;
} & Pick<Difference, "kind" | "subject" | "number">;

export type CaseChanges<C extends KnownCase> = {
  readonly opened: readonly DatedDifference[];
  /** Had gone, and is found again. */
  readonly reopened: readonly { readonly known: C; readonly difference: DatedDifference }[];
  /** Still open; its numbers may have changed. */
  readonly kept: readonly { readonly known: C; readonly difference: DatedDifference }[];
  readonly vanished: readonly C[];
};

const nameOf = (d: Pick<DatedDifference, "day" | "kind" | "subject" | "number">): string =>
  `${d.day} ${differenceKey(d)}`;

/** What a run over the same books changes about the cases that are known of them. What a person has closed stays closed. */
export function caseChanges<C extends KnownCase>(
  known: readonly C[],
  found: readonly DatedDifference[],
): CaseChanges<C> {
  const cases = new Map(known.map((each) => [nameOf(each), each]));
  const names = new Set(found.map(nameOf));
  const met = found.flatMap((difference) => {
    const before = cases.get(nameOf(difference));
    return before === undefined ? [] : [{ known: before, difference }];
  });
  return {
    opened: found.filter((difference) => !cases.has(nameOf(difference))),
    reopened: met.filter(({ known: before }) => nextDifferenceState(before.state, "find") === "open"),
    kept: met.filter(({ known: before }) => before.state === "open"),
    vanished: known.filter((each) => each.state === "open" && !names.has(nameOf(each))),
  };
}
