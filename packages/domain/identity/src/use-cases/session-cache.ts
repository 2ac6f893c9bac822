import { type AccountId, type CampusId, type Clock, type SessionId, second } from "@sanqi/kernel";
import type { StoredSession } from "./ports.ts";

/** How long another process may go on believing a session that was ended, or a role that was taken, here. */
const life = 5 * second;
const capacity = 20_000;

export type SessionCache = {
  get(campusId: CampusId, sessionId: SessionId): StoredSession | null;
  /** Reads through; what was forgotten while the read ran is not kept. */
  fill(read: () => Promise<StoredSession | null>): Promise<StoredSession | null>;
  forgetSession(campusId: CampusId, sessionId: SessionId): void;
  forgetAccount(campusId: CampusId, accountId: AccountId): void;
};

/** Sessions of this process, for a few seconds: most calls of a busy person then need no query to know who calls. */
export function createSessionCache(clock: Clock): SessionCache {
  const entries = new Map<string, { stored: StoredSession; until: number }>();
  let changes = 0;
  const keyOf = (campusId: CampusId, sessionId: SessionId) => `${campusId}/${sessionId}`;

  return {
    get(campusId, sessionId) {
      const key = keyOf(campusId, sessionId);
      const entry = entries.get(key);
      if (!entry) return null;
      if (clock.now() < entry.until) return entry.stored;
      entries.delete(key);
      return null;
    },
    async fill(read) {
      const before = changes;
      const stored = await read();
      if (stored && before === changes) {
        const { campusId, sessionId } = stored.session;
        // The oldest entry goes first: a Map keeps the order of insertion.
        const oldest = entries.size >= capacity ? entries.keys().next().value : undefined;
        if (oldest !== undefined) entries.delete(oldest);
        entries.set(keyOf(campusId, sessionId), { stored, until: clock.now() + life });
      }
      return stored;
    },
    forgetSession(campusId, sessionId) {
      changes++;
      entries.delete(keyOf(campusId, sessionId));
    },
    forgetAccount(campusId, accountId) {
      changes++;
      for (const [key, { stored }] of entries) {
        const { session } = stored;
        if (session.campusId === campusId && session.accountId === accountId) entries.delete(key);
      }
    },
  };
}
