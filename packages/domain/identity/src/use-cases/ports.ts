import type { AccountId, CampusId, Host, Id, Result, SessionId } from "@sanqi/kernel";
import type { Account, Attempts, Invitation, Role, RoleGrant, Session } from "../domain/index.ts";
import type { PersonRow, Profile } from "./api.ts";

/** A platform's name for a person, as one log-in proved it. `app` is the mini-program's id (DingTalk: the corporation's). */
export type ProvedIdentity = {
  readonly platform: Host;
  readonly app: string;
  readonly subjectKind: "openid" | "open_id" | "user_id" | "userid";
  readonly subject: string;
  /** The same person across the apps of one developer (UnionID, union_id), where the platform gave it. */
  readonly union: string | null;
  /** DingTalk tells the name of its members; the others do not. */
  readonly name: string | null;
};

export type HostLoginError =
  | { readonly kind: "loginCodeRefused"; readonly code: string }
  | { readonly kind: "hostUnavailable"; readonly host: Host; readonly detail: string };

/** Exchanges the host's single-use code for the identity that it proves. Session keys stay inside the adapter. */
export type HostLogin = { exchange(code: string): Promise<Result<ProvedIdentity, HostLoginError>> };
export type HostLogins = Readonly<Record<Host, HostLogin>>;

export type CampusDirectory = { exists(campusId: CampusId): Promise<boolean> };

/** A slow, salted hash with its parameters in the text, so that they can be raised later. */
export type PasswordHasher = {
  hash(password: string): Promise<string>;
  /** Takes as long for a wrong password as for the right one. */
  verify(password: string, stored: string): Promise<boolean>;
};

export type StoredSession = {
  readonly session: Session;
  readonly secretHash: Uint8Array;
  readonly lastSeenAt: number;
  readonly endedAt: number | null;
};
export type NewSession = {
  readonly session: Session;
  readonly app: string;
  readonly device: string;
  readonly secretHash: Uint8Array;
  readonly createdAt: number;
};
export type AuditEntry = {
  readonly campusId: CampusId;
  readonly at: number;
  /** Null where nobody is logged in. */
  readonly actorId: AccountId | null;
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly traceId: string;
};

export type SessionStore = {
  /** Session, name and roles in one query. */
  session(campusId: CampusId, sessionId: SessionId): Promise<StoredSession | null>;
  addSession(session: NewSession): Promise<void>;
  noteSeen(campusId: CampusId, sessionId: SessionId, at: number): Promise<void>;
  endSession(campusId: CampusId, sessionId: SessionId, at: number): Promise<void>;
  /** Deletes sessions that expired and attempts that were counted before `before`; returns how many rows. */
  forget(before: number): Promise<number>;
};

export type AccountStore = {
  account(campusId: CampusId, accountId: AccountId): Promise<Account | null>;
  addAccount(account: {
    campusId: CampusId;
    accountId: AccountId;
    displayName: string;
    createdAt: number;
  }): Promise<void>;
  rename(campusId: CampusId, accountId: AccountId, displayName: string): Promise<void>;
  identity(
    campusId: CampusId,
    proved: ProvedIdentity,
  ): Promise<{ accountId: AccountId; union: string | null } | null>;
  /** The oldest account of that platform with this union. */
  accountByUnion(campusId: CampusId, platform: Host, union: string): Promise<AccountId | null>;
  /** Until the transaction ends, nobody else recognises the same person. */
  lockPerson(campusId: CampusId, proved: ProvedIdentity): Promise<void>;
  linkIdentity(
    campusId: CampusId,
    link: { proved: ProvedIdentity; accountId: AccountId; evidence: "login" | "union"; at: number },
  ): Promise<void>;
  /** The identity was proved again; a union that was told is kept. */
  noteProved(campusId: CampusId, proved: ProvedIdentity, at: number): Promise<void>;
  accountOfSubject(campusId: CampusId, host: Host, subject: string): Promise<AccountId | null>;
  subjectOn(
    campusId: CampusId,
    accountId: AccountId,
    host: Host,
  ): Promise<{ subjectKind: string; subject: string; app: string } | null>;
  profile(campusId: CampusId, accountId: AccountId): Promise<Profile | null>;
  saveProfile(campusId: CampusId, accountId: AccountId, profile: Profile & { at: number }): Promise<void>;
  people(campusId: CampusId, query: { text: string; role: Role | null; limit: number }): Promise<PersonRow[]>;
};

export type RoleStore = {
  roles(campusId: CampusId, accountId: AccountId): Promise<RoleGrant[]>;
  /** Locks the campus's operators: of two who take the role from each other, only the first succeeds. */
  lockOperators(campusId: CampusId): Promise<void>;
  grantRole(
    campusId: CampusId,
    grant: RoleGrant & { accountId: AccountId; grantedBy: AccountId | null; at: number },
  ): Promise<void>;
  /** False where there was no such grant. */
  removeRole(
    campusId: CampusId,
    grant: { accountId: AccountId; role: Role; scopeId: string },
  ): Promise<boolean>;
  accountsWithRole(campusId: CampusId, role: Role, scopeId: string): Promise<AccountId[]>;
  addInvitation(invitation: Invitation, codeHash: Uint8Array): Promise<void>;
  /** Locked until the transaction ends. */
  invitationByCode(campusId: CampusId, codeHash: Uint8Array): Promise<Invitation | null>;
  noteRedeemed(
    campusId: CampusId,
    redeemed: { invitationId: Id<"invitation">; by: AccountId; at: number },
  ): Promise<void>;
  /** Ends what somebody handed out and nobody has used yet. */
  withdrawInvitations(campusId: CampusId, invitedBy: AccountId, at: number): Promise<void>;
};

export type CredentialStore = {
  replacePassword(campusId: CampusId, username: string, passwordHash: string): Promise<void>;
  credential(
    campusId: CampusId,
    username: string,
  ): Promise<{ accountId: AccountId; passwordHash: string } | null>;
  /** Serialises the making of one user name until the transaction ends. */
  lockUsername(campusId: CampusId, username: string): Promise<void>;
  addCredential(
    campusId: CampusId,
    credential: { username: string; accountId: AccountId; passwordHash: string; at: number },
  ): Promise<void>;
  /** Locked until the transaction ends, also where there was none. */
  attempts(campusId: CampusId, key: AttemptKey): Promise<Attempts | null>;
  saveAttempts(campusId: CampusId, key: AttemptKey, attempts: Attempts): Promise<void>;
  clearAttempts(campusId: CampusId, key: AttemptKey): Promise<void>;
};
export type AttemptKey = { readonly usernameHash: Uint8Array; readonly address: string };

export type IdentityRecords = SessionStore &
  AccountStore &
  RoleStore &
  CredentialStore & { audit(entry: AuditEntry): Promise<void> };
export type IdentityStore = IdentityRecords & {
  inTransaction<T>(work: (records: IdentityRecords) => Promise<T>): Promise<T>;
};
