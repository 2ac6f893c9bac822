import type { CampusId, Result } from "@sanqi/kernel";
import { type Attempts, countAttempt, type IdentityError } from "../domain/index.ts";
import type { Desk } from "./deps.ts";
import type { AttemptKey } from "./ports.ts";

/** Counts one attempt to get into the console, in a transaction of its own, so that a failure later cannot uncount it. */
export const countConsoleAttempt = (
  { store, clock }: Pick<Desk, "store" | "clock">,
  campusId: CampusId,
  key: AttemptKey,
): Promise<Result<Attempts, Extract<IdentityError, { kind: "tooManyAttempts" }>>> =>
  store.inTransaction(async (records) => {
    const decision = countAttempt(await records.attempts(campusId, key), clock.now());
    if (decision.ok) await records.saveAttempts(campusId, key, decision.value);
    return decision;
  });
