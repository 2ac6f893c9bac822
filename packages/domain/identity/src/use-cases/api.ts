import type { AccountId, CampusId, Host, Result } from "@sanqi/kernel";
import type { Account, IdentityError, Role, Session } from "../domain/index.ts";

type Outcome<T> = Promise<Result<T, IdentityError>>;
export type IssuedSession = { readonly token: string; readonly session: Session };
export type Profile = { readonly placeId: string | null; readonly language: "zh" | "en" };
export type PersonRow = {
  readonly accountId: AccountId;
  readonly displayName: string;
  readonly hosts: readonly Host[];
  readonly roles: Account["roles"];
  readonly lastSeenAt: number | null;
};
export type InvitationScope = {
  readonly role: Role;
  readonly scopeKind: "campus" | "shop" | "department";
  readonly scopeId: string;
  readonly scopeName: string;
  /** What colleagues and students read, "周师傅"; absent: the account keeps its name. */
  readonly displayName?: string;
};

export type IdentityUseCases = {
  login(request: {
    campusId: CampusId;
    host: Host;
    code: string;
    device: string;
    traceId: string;
  }): Outcome<IssuedSession>;
  consoleLogin(request: {
    campusId: CampusId;
    username: string;
    password: string;
    address: string;
    traceId: string;
  }): Outcome<IssuedSession>;
  /**
   * Redeems an operator's invitation: a new account with a console user name and password, and its first session. Any
   * other code is invitationInvalid; wrong codes are counted per address as failed log-ins are.
   */
  joinConsole(request: {
    campusId: CampusId;
    code: string;
    username: string;
    password: string;
    address: string;
    traceId: string;
  }): Outcome<IssuedSession>;
  /** The session of a token; tokens are compared by their hash in constant time. */
  session(token: string): Outcome<Session>;
  logout(session: Session): Promise<void>;
  profile(session: Session): Promise<Profile>;
  setProfile(session: Session, profile: Profile): Promise<Profile>;
  invite(
    by: Session,
    scope: InvitationScope & { traceId: string },
  ): Outcome<{ code: string; expiresAt: number }>;
  redeemInvitation(session: Session, request: { code: string; traceId: string }): Outcome<Account>;
  revokeRole(
    by: Session,
    request: { accountId: AccountId; role: Role; scopeId: string; traceId: string },
  ): Outcome<Account>;
  people(campusId: CampusId, query: { text: string; role: Role | null; limit: number }): Promise<PersonRow[]>;
  /** The identity under which an account is reached on a host. */
  subjectOn(
    campusId: CampusId,
    accountId: AccountId,
    host: Host,
  ): Promise<{ subjectKind: string; subject: string; app: string } | null>;
};
