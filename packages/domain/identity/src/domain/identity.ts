import type { AccountId, CampusId, Host, SessionId } from "@sanqi/kernel";

export const roles = ["merchant", "rider", "counselor", "operator"] as const;
export type Role = (typeof roles)[number];

/** A role with what it reaches: a merchant one shop, a counselor one department, a rider and an operator the campus. */
export type RoleGrant = {
  readonly role: Role;
  readonly scopeKind: "campus" | "shop" | "department";
  readonly scopeId: string;
  readonly scopeName: string;
};

export type Account = {
  readonly campusId: CampusId;
  readonly accountId: AccountId;
  readonly displayName: string;
  readonly roles: readonly RoleGrant[];
};

/** A proved log-in: who, from which host, until when. */
export type Session = {
  readonly campusId: CampusId;
  readonly sessionId: SessionId;
  readonly accountId: AccountId;
  readonly host: Host | "console";
  readonly displayName: string;
  readonly roles: readonly RoleGrant[];
  readonly expiresAt: number;
};

export type IdentityError =
  | { readonly kind: "loginCodeRefused"; readonly code: string }
  | { readonly kind: "hostUnavailable"; readonly host: Host; readonly detail: string }
  | { readonly kind: "campusNotFound" }
  | { readonly kind: "sessionInvalid" }
  | { readonly kind: "passwordRefused" }
  | { readonly kind: "tooManyAttempts"; readonly retryAt: number }
  | { readonly kind: "invitationInvalid" }
  | { readonly kind: "usernameTaken" }
  | { readonly kind: "passwordWeak" }
  | { readonly kind: "notAllowed" };
