import type { Proof, SagaDefinition, Step } from "./definition.ts";

export type StepState = "done" | "passed" | "skipped" | "waiting" | "refused" | "ahead";

/** Where a saga stands. */
export type Standing = {
  readonly state: "running" | "done";
  /** What is waited for; null once it is done. */
  readonly step: string | null;
  /** How often that step was begun; 0 where nothing says so. */
  readonly attempt: number;
  /** Why its last attempt was refused; null where it was not. */
  readonly refusal: string | null;
  readonly startedAt: number;
  /** The last news. */
  readonly sinceAt: number;
  readonly stuckAt: number | null;
  readonly endedAt: number | null;
};

/**
 * Where a saga stands follows from the set of facts alone: neither their order nor repetitions matter, and one more fact never
 * leads back. A fact about a later step also proves those before it.
 */
export function standingOf(definition: SagaDefinition, proofs: readonly Proof[]): Standing {
  const { steps } = definition;
  const at = proofs.map((proof) => proof.at);
  const startedAt = Math.min(...at);
  const sinceAt = Math.max(...at);
  const step = steps[reached(definition, proofs)];
  if (!step) {
    const last = steps.at(-1)?.name;
    const ends = proofs
      .filter((proof) => proof.step === last && proof.mark === "done")
      .map((proof) => proof.at);
    const ended = {
      attempt: 0,
      refusal: null,
      startedAt,
      sinceAt,
      stuckAt: null,
      endedAt: Math.min(...ends),
    };
    return { state: "done", step: null, ...ended };
  }
  const { attempt, refusal } = attemptsOf(step, proofs);
  // What was refused waits for a person from that moment on.
  const stuckAt = refusal === null ? sinceAt + step.stuckAfterMs : sinceAt;
  return { state: "running", step: step.name, attempt, refusal, startedAt, sinceAt, stuckAt, endedAt: null };
}

/** The number of the step that is waited for; the number of steps once all are done. */
export function reached({ steps }: SagaDefinition, proofs: readonly Proof[]): number {
  const far = proofs.map(({ step, mark }) => {
    const no = steps.findIndex(({ name }) => name === step);
    return mark === "done" ? no + 1 : no;
  });
  let no = Math.max(0, ...far);
  while (steps[no]?.optional) no += 1;
  return no;
}

function attemptsOf(step: Step, proofs: readonly Proof[]): Pick<Standing, "attempt" | "refusal"> {
  const of = (mark: Proof["mark"]) => inTime(proofs.filter((p) => p.step === step.name && p.mark === mark));
  const refusals = of("refused");
  const attempt = Math.max(of("tried").length, refusals.length);
  const last = refusals.at(-1);
  return { attempt, refusal: last && refusals.length === attempt ? (last.note ?? "") : null };
}

const inTime = (proofs: readonly Proof[]): Proof[] =>
  proofs.toSorted((a, b) => a.at - b.at || (a.eventId < b.eventId ? -1 : 1));

/** Each step as people read it. `passed`: something later proves it; `skipped`: it was not needed. */
export function stepStates(
  definition: SagaDefinition,
  proofs: readonly Proof[],
): { readonly step: Step; readonly state: StepState; readonly proof: Proof | null }[] {
  const current = reached(definition, proofs);
  const { refusal } = standingOf(definition, proofs);
  return definition.steps.map((step, no) => {
    const proof = inTime(proofs.filter((p) => p.step === step.name && p.mark === "done")).at(-1) ?? null;
    if (proof) return { step, state: "done", proof };
    if (no < current) return { step, state: step.optional ? "skipped" : "passed", proof };
    if (no > current) return { step, state: "ahead", proof };
    return { step, state: refusal === null ? "waiting" : "refused", proof };
  });
}

/** The delivery that moves a saga on: which consumer handles which event. Null where nobody's handling would. */
export function moverOf(
  definition: SagaDefinition,
  proofs: readonly Proof[],
): { readonly consumer: string; readonly eventId: string } | null {
  const no = reached(definition, proofs);
  const step = definition.steps[no];
  if (!step) return null;
  const { refusal } = attemptsOf(step, proofs);
  const last = (mark: Proof["mark"], of: string) =>
    inTime(proofs.filter((p) => p.step === of && p.mark === mark)).at(-1)?.eventId;
  if (refusal !== null && step.refusal) {
    const eventId = last("refused", step.name);
    return eventId ? { consumer: step.refusal.by, eventId } : null;
  }
  if (!step.by) return null;
  const before = definition.steps
    .slice(0, no)
    .filter(({ optional }) => !optional)
    .at(-1);
  const eventId = before && last("done", before.name);
  return eventId ? { consumer: step.by, eventId } : null;
}
