import { type CampusId, day, hour, isId, minute, type SessionId } from "@sanqi/kernel";
import type { Session } from "./identity.ts";

export type Token = {
  readonly campusId: CampusId;
  readonly sessionId: SessionId;
  /** 32 random bytes in base64url; only its hash is stored. */
  readonly secret: string;
};

/** Phones stay logged in for a month; the console, which can do harm, for half a day. */
export const sessionLife = (host: Session["host"]): number => (host === "console" ? 12 * hour : 30 * day);

export const writeToken = (token: Token): string => `v1.${token.campusId}.${token.sessionId}.${token.secret}`;

/** Null for anything that this house did not write. */
export function readToken(text: string): Token | null {
  const [version, campusId = "", sessionId = "", secret = "", ...rest] = text.split(".", 5);
  if (version !== "v1" || rest.length > 0) return null;
  if (!isId("campus", campusId) || !isId("session", sessionId)) return null;
  return /^[\w-]{43}$/.test(secret) ? { campusId, sessionId, secret } : null;
}

export const isLive = (session: { expiresAt: number; endedAt: number | null }, now: number): boolean =>
  session.endedAt === null && now < session.expiresAt;

/** Noted at most every five minutes: nobody needs it finer, and a write on each call would cost more than the call. */
export const shouldNoteSeen = (lastSeenAt: number, now: number): boolean => now - lastSeenAt >= 5 * minute;
