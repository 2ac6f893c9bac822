import type { CareUseCases } from "./api.ts";
import type { CareDeps } from "./deps.ts";

/**
 * Gives or withdraws consent, always of the caller alone. What was counted because of the consent goes with it; the same
 * answer given twice is written once.
 */
export function setConsent({ store, clock }: CareDeps): CareUseCases["setConsent"] {
  return ({ campusId, accountId, given, textVersion, traceId }) =>
    store.inTransaction(async (records) => {
      await records.lockConsent(campusId, accountId);
      const before = await records.consent(campusId, accountId);
      if (before.at !== null && before.given === given && before.textVersion === textVersion) return before;
      const at = clock.now();
      await records.addConsent(campusId, accountId, { given, textVersion, at, traceId });
      if (!given) await records.forgetMeals(campusId, accountId, at);
      return { given, textVersion, at };
    });
}
