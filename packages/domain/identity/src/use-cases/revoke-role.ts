import { err, ok } from "@sanqi/kernel";
import { mayGrant } from "../domain/index.ts";
import type { IdentityUseCases } from "./api.ts";
import type { Desk } from "./deps.ts";

/**
 * Takes a role away; asking again changes nothing. Nobody takes the operator's role from themselves, so that a campus
 * always keeps one. What a former operator handed out and nobody has used yet ends with the role.
 */
export function revokeRole(desk: Desk): IdentityUseCases["revokeRole"] {
  return async (by, { accountId, role, scopeId, traceId }) => {
    const { campusId } = by;
    const at = desk.clock.now();
    const outcome = await desk.store.inTransaction(async (records) => {
      await records.lockOperators(campusId);
      if (!mayGrant(by, await records.roles(campusId, by.accountId)))
        return err({ kind: "notAllowed" } as const);
      if (role === "operator" && accountId === by.accountId) return err({ kind: "notAllowed" } as const);
      const removed = await records.removeRole(campusId, { accountId, role, scopeId });
      if (removed) {
        if (role === "operator") await records.withdrawInvitations(campusId, accountId, at);
        const details = { accountId, role, scopeId };
        await records.audit({
          campusId,
          at,
          actorId: by.accountId,
          action: "role.revoked",
          details,
          traceId,
        });
      }
      const account = await records.account(campusId, accountId);
      return account ? ok(account) : err({ kind: "notAllowed" } as const);
    });
    desk.cache.forgetAccount(campusId, accountId);
    return outcome;
  };
}
