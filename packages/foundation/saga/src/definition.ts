import type { Words } from "@sanqi/kernel";

/** What makes a step undone where the saga cannot go on; `none` says why there is nothing to undo. */
export type Compensation =
  | { readonly name: "none"; readonly because: Words }
  | { readonly name: string; readonly words: Words };

export type Step = {
  readonly name: string;
  readonly title: Words;
  /** The consumer that does it; null where people or a timer do it, before any event. */
  readonly by: string | null;
  /** Events that prove it done. */
  readonly proof: readonly string[];
  /** Events that say that it was begun, once more with each of them; they also prove the steps before it. */
  readonly tries?: readonly string[];
  /** The event that says that it will not be done like this, and the consumer that an operator may let try again. */
  readonly refusal?: { readonly on: string; readonly by: string; readonly operator: Words };
  /** It happens or not; nobody waits for it. */
  readonly optional?: true;
  readonly compensation: Compensation;
  readonly stuckAfterMs: number;
  /** What an operator can do where it is stuck. */
  readonly operator: Words;
};

/** Multi-step work as data. The first step is done when the saga begins; the last one is never optional. */
export type SagaDefinition = {
  readonly kind: string;
  readonly title: Words;
  readonly steps: readonly Step[];
};

export type Mark = "done" | "tried" | "refused";
/** A fact about one step, told by one event. */
export type Proof = {
  readonly step: string;
  readonly mark: Mark;
  readonly eventId: string;
  readonly eventType: string;
  /** In the platform's or a person's words: why it was refused. */
  readonly note: string | null;
  readonly at: number;
  readonly traceId: string;
};

/** What an event of this type says about the steps of a saga. */
export const marksOf = (
  { steps }: SagaDefinition,
  eventType: string,
): { readonly step: string; readonly mark: Mark }[] =>
  steps.flatMap(({ name, proof, tries, refusal }) => [
    ...(proof.includes(eventType) ? [{ step: name, mark: "done" } as const] : []),
    ...(tries?.includes(eventType) ? [{ step: name, mark: "tried" } as const] : []),
    ...(refusal?.on === eventType ? [{ step: name, mark: "refused" } as const] : []),
  ]);
