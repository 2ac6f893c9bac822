import { err, ok } from "@sanqi/kernel";
import type { LedgerUseCases } from "./api.ts";
import type { LedgerDeps } from "./deps.ts";

export function termsDesk({
  store,
  clock,
}: LedgerDeps): Pick<LedgerUseCases, "terms" | "setCampusTerms" | "setShopTerms"> {
  return {
    async terms(campusId) {
      const [now, all] = await Promise.all([
        store.campusTerms(campusId, clock.now()),
        store.allTerms(campusId),
      ]);
      return { now, ...all };
    },
    async setCampusTerms({ campusId, accountId: by, traceId }, { terms, validFrom }) {
      const at = clock.now();
      if (validFrom !== null && validFrom < at) return err({ kind: "termsInPast" });
      const change = { terms, validFrom: validFrom ?? at };
      await store.setCampusTerms(campusId, change, { by, at, traceId });
      return ok(change);
    },
    async setShopTerms({ campusId, accountId: by, traceId }, { shopId, terms, validFrom }) {
      const at = clock.now();
      if (validFrom !== null && validFrom < at) return err({ kind: "termsInPast" });
      const change = { terms, validFrom: validFrom ?? at };
      await store.setShopTerms(campusId, { ...change, shopId }, { by, at, traceId });
      return ok(change);
    },
  };
}
