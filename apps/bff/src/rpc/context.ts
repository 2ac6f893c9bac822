import type { IncomingMessage, ServerResponse } from "node:http";
import type { Session } from "@sanqi/identity";
import type { App } from "../app.ts";

export type Context = {
  readonly app: App;
  readonly traceId: string;
  readonly session: Session | null;
  /** The peer's address, for rate limits and audit. */
  readonly address: string;
  /** Measures a finished call: outcome is `ok` or the stable error code. */
  readonly observe: (path: string, outcome: string, seconds: number) => void;
  /** Sets the console's session cookie; null removes it. Does nothing on a WebSocket. */
  readonly setConsoleCookie: (token: string | null, maxAgeSeconds: number) => void;
};

export const consoleCookie = "sanqi_console";

/** The token of a request: `Authorization: Bearer`, else the console's cookie. */
export function tokenOf(req: IncomingMessage): string | null {
  const bearer = /^Bearer (\S+)$/.exec(req.headers.authorization ?? "")?.[1];
  if (bearer) return bearer;
  for (const part of (req.headers.cookie ?? "").split(";")) {
    const [name, value] = part.trim().split("=");
    if (name === consoleCookie && value) return value;
  }
  return null;
}

export function cookieSetter(res: ServerResponse, secure: boolean): Context["setConsoleCookie"] {
  return (token, maxAgeSeconds) => {
    const flags = `Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
    res.setHeader(
      "set-cookie",
      `${consoleCookie}=${token ?? ""}; Max-Age=${token ? maxAgeSeconds : 0}; ${flags}`,
    );
  };
}
