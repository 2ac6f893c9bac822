import { err, ok } from "@sanqi/kernel";
import {
  invitationCode,
  invitationCodeLength,
  invitationLife,
  mayGrant,
  redeem,
  scopeFits,
  toldName,
  typedCode,
} from "../domain/index.ts";
import type { IdentityUseCases } from "./api.ts";
import { type Desk, randomBytes, sha256 } from "./deps.ts";

/** A code that makes whoever types it first a member of the staff. It is shown once and stored as a hash. */
export function invite(desk: Desk): IdentityUseCases["invite"] {
  const { store, clock } = desk;
  return async (by, { traceId, ...scope }) => {
    const { campusId, accountId } = by;
    const { role, scopeKind, scopeId, scopeName, displayName } = scope;
    const grant = { role, scopeKind, scopeId, scopeName };
    if (!mayGrant(by, await store.roles(campusId, accountId)) || !scopeFits(campusId, grant))
      return err({ kind: "notAllowed" });
    const code = invitationCode(randomBytes(desk, invitationCodeLength));
    const at = clock.now();
    const invitation = {
      ...grant,
      campusId,
      displayName: toldName(displayName ?? null),
      invitationId: desk.ids.next("invitation"),
      invitedBy: accountId,
      createdAt: at,
      expiresAt: at + invitationLife,
      redeemedAt: null,
    };
    await store.inTransaction(async (records) => {
      await records.addInvitation(invitation, sha256(code));
      const details = { invitationId: invitation.invitationId, ...grant };
      await records.audit({ campusId, at, actorId: accountId, action: "invitation.made", details, traceId });
    });
    return ok({ code, expiresAt: invitation.expiresAt });
  };
}

/** Of several who type one code at the same instant, one gets the role. An operator's code is for `joinConsole`. */
export function redeemInvitation(desk: Desk): IdentityUseCases["redeemInvitation"] {
  const { store, clock } = desk;
  return async ({ campusId, accountId }, { code, traceId }) => {
    const at = clock.now();
    const outcome = await store.inTransaction(async (records) => {
      const invitation = await records.invitationByCode(campusId, sha256(typedCode(code)));
      const decision = redeem(invitation, at, "phone");
      const audit = (action: string, details: Record<string, unknown>) =>
        records.audit({ campusId, at, actorId: accountId, action, details, traceId });
      if (!decision.ok || !invitation) {
        await audit("invitation.refused", { invitationId: invitation?.invitationId ?? null });
        return err({ kind: "invitationInvalid" } as const);
      }
      const { invitationId, invitedBy } = invitation;
      await records.noteRedeemed(campusId, { invitationId, by: accountId, at });
      if (invitation.displayName) await records.rename(campusId, accountId, invitation.displayName);
      await records.grantRole(campusId, { ...decision.value, accountId, grantedBy: invitedBy, at });
      await audit("invitation.redeemed", { invitationId, ...decision.value });
      const account = await records.account(campusId, accountId);
      if (!account) throw new Error(`session without account ${accountId}`);
      return ok(account);
    });
    desk.cache.forgetAccount(campusId, accountId);
    return outcome;
  };
}
