import { inGroups, type Queryable } from "@sanqi/database";
import type { CampusId, SessionId } from "@sanqi/kernel";
import type { Session } from "../domain/index.ts";
import type { SessionStore, StoredSession } from "../use-cases/ports.ts";
import { grantsOf } from "./grants.ts";

type Row = Session & { secretHash: Uint8Array; lastSeenAt: number; endedAt: number | null };

/** Every call asks who calls: calls that come together ask together. */
function sessionsIn(sql: Queryable): SessionStore["session"] {
  type Named = { readonly campusId: CampusId; readonly sessionId: SessionId };
  const look = inGroups<Named, StoredSession | null>({
    ...{ most: 200, lanes: 2, within: ({ campusId }) => campusId },
    async run(group) {
      const wanted = group.map(({ sessionId }) => sessionId);
      const rows = await sql<Row[]>`
        select s.campus_id, s.session_id, s.account_id, s.host, a.display_name, s.expires_at, s.secret_hash,
          s.last_seen_at, s.ended_at, ${grantsOf(sql, "s")} as roles
        from session s join account a on a.campus_id = s.campus_id and a.account_id = s.account_id
        where s.campus_id = ${group[0]?.campusId ?? ""} and s.session_id = any(${wanted}::text[])`;
      const found = new Map(
        rows.map(({ secretHash, lastSeenAt, endedAt, ...session }) => [
          session.sessionId,
          { session, secretHash, lastSeenAt, endedAt },
        ]),
      );
      return wanted.map((sessionId) => found.get(sessionId) ?? null);
    },
  });
  return (campusId, sessionId) => look({ campusId, sessionId });
}

export function sessionStore(sql: Queryable): SessionStore {
  return {
    session: sessionsIn(sql),
    async addSession({ session, app, device, secretHash, createdAt }) {
      const { campusId, sessionId, accountId, host, expiresAt } = session;
      const lastSeenAt = createdAt;
      const row = {
        campusId,
        sessionId,
        accountId,
        host,
        app,
        device,
        secretHash,
        createdAt,
        expiresAt,
        lastSeenAt,
      };
      await sql`insert into session ${sql(row)}`;
    },
    async noteSeen(campusId, sessionId, at) {
      await sql`
        update session set last_seen_at = ${at}
        where campus_id = ${campusId} and session_id = ${sessionId} and last_seen_at < ${at}`;
    },
    async endSession(campusId, sessionId, at) {
      await sql`
        update session set ended_at = ${at}
        where campus_id = ${campusId} and session_id = ${sessionId} and ended_at is null`;
    },
    async forget(before) {
      const sessions = await sql`delete from session where expires_at < ${before}`;
      const attempts = await sql`delete from login_attempt where since_at < ${before}`;
      return sessions.count + attempts.count;
    },
  };
}
