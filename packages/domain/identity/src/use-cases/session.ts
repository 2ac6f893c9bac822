import { err, ok } from "@sanqi/kernel";
import { isLive, readToken, shouldNoteSeen } from "../domain/index.ts";
import type { IdentityUseCases } from "./api.ts";
import { type Desk, sameBytes, sha256 } from "./deps.ts";

/**
 * Who calls? One query on a token that this process has not seen for five seconds, else none. What is ended or revoked
 * in this process counts at once; in another one within those five seconds.
 */
export function session(desk: Desk): IdentityUseCases["session"] {
  const { store, clock, cache } = desk;
  return async (text) => {
    const token = readToken(text);
    if (!token) return err({ kind: "sessionInvalid" });
    const { campusId, sessionId, secret } = token;
    let stored = cache.get(campusId, sessionId);
    const fresh = stored === null;
    stored ??= await cache.fill(() => store.session(campusId, sessionId));
    const now = clock.now();
    const session = stored?.session;
    if (!stored || !session || !sameBytes(sha256(secret), stored.secretHash))
      return err({ kind: "sessionInvalid" });
    if (!isLive({ expiresAt: session.expiresAt, endedAt: stored.endedAt }, now))
      return err({ kind: "sessionInvalid" });
    if (fresh && shouldNoteSeen(stored.lastSeenAt, now)) await store.noteSeen(campusId, sessionId, now);
    return ok(session);
  };
}

/** Ends the session; a second log-out changes nothing. */
export function logout(desk: Desk): IdentityUseCases["logout"] {
  return async ({ campusId, sessionId }) => {
    await desk.store.endSession(campusId, sessionId, desk.clock.now());
    desk.cache.forgetSession(campusId, sessionId);
  };
}
