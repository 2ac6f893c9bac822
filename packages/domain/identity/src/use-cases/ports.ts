import type { Host, Result } from "@sanqi/kernel";

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
