import type { CampusId } from "@sanqi/kernel";
import { alertDesk } from "./alerts.ts";
import type { CareUseCases } from "./api.ts";
import type { CareDeps } from "./deps.ts";
import { type Evaluation, evaluate } from "./evaluate.ts";
import { type CareImports, imports } from "./roster.ts";
import { setConsent } from "./set-consent.ts";

export type * from "./api.ts";
export type { CareDeps } from "./deps.ts";
export type { Evaluation } from "./evaluate.ts";
export type * from "./ports.ts";
export type { CareImports } from "./roster.ts";

/** What workers and the seed need; no router offers it. */
export type CareOperations = CareImports & {
  /** For a daily worker, and after an import of history. */
  evaluate(campusId: CampusId, now: number): Promise<Evaluation>;
};

/** Care for students who asked for it: who sees whose alert, and when there is one. */
export function createCareUseCases(deps: CareDeps): CareUseCases & CareOperations {
  const { store } = deps;
  return {
    departments: (campusId) => store.departments(campusId),
    ...alertDesk(deps),
    consent: (campusId, accountId) => store.consent(campusId, accountId),
    setConsent: setConsent(deps),
    evaluate: evaluate(deps),
    ...imports(deps),
  };
}
