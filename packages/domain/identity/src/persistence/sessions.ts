import type { Queryable } from "@sanqi/database";
import type { Session } from "../domain/index.ts";
import type { SessionStore } from "../use-cases/ports.ts";
import { grantsOf } from "./grants.ts";

type Row = Session & { secretHash: Uint8Array; lastSeenAt: number; endedAt: number | null };

export function sessionStore(sql: Queryable): SessionStore {
  return {
    async session(campusId, sessionId) {
      const [row] = await sql<Row[]>`
        select s.campus_id, s.session_id, s.account_id, s.host, a.display_name, s.expires_at, s.secret_hash,
          s.last_seen_at, s.ended_at, ${grantsOf(sql, "s")} as roles
        from session s join account a on a.campus_id = s.campus_id and a.account_id = s.account_id
        where s.campus_id = ${campusId} and s.session_id = ${sessionId}`;
      if (!row) return null;
      const { secretHash, lastSeenAt, endedAt, ...session } = row;
      return { session, secretHash, lastSeenAt, endedAt };
    },
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
