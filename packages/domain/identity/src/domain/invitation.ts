import { type AccountId, type CampusId, day, err, type Id, ok, type Result } from "@sanqi/kernel";
import type { IdentityError, RoleGrant } from "./identity.ts";
import { readSigns, signsOf } from "./unambiguous.ts";

export const invitationLife = 7 * day;
/** 10 signs of 32: 50 bits. */
export const invitationCodeLength = 10;

export type Invitation = RoleGrant & {
  readonly campusId: CampusId;
  readonly invitationId: Id<"invitation">;
  /** What the person is called from then on; null: as before. */
  readonly displayName: string | null;
  readonly invitedBy: AccountId;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly redeemedAt: number | null;
};

/** @param random 10 random bytes */
export const invitationCode = (random: Uint8Array): string =>
  signsOf(random.subarray(0, invitationCodeLength));

/** The code as it was issued, from what a person typed. */
export const typedCode = readSigns;

/**
 * Works once, for 7 days, and where its role works: an operator's in the console, which asks for a user name and a
 * password, any other's on a phone. Why it does not is not told, so that nobody learns which codes exist.
 */
export function redeem(
  invitation: Invitation | null,
  now: number,
  where: "phone" | "console",
): Result<RoleGrant, Extract<IdentityError, { kind: "invitationInvalid" }>> {
  if (!invitation || invitation.redeemedAt !== null || now >= invitation.expiresAt)
    return err({ kind: "invitationInvalid" });
  const { role, scopeKind, scopeId, scopeName } = invitation;
  if ((role === "operator") !== (where === "console")) return err({ kind: "invitationInvalid" });
  return ok({ role, scopeKind, scopeId, scopeName });
}
