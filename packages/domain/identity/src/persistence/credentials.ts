import type { Queryable } from "@sanqi/database";
import type { AccountId } from "@sanqi/kernel";
import type { Attempts } from "../domain/index.ts";
import type { AttemptKey, CredentialStore } from "../use-cases/ports.ts";

export function credentialStore(sql: Queryable): CredentialStore {
  const of = ({ usernameHash, address }: AttemptKey) =>
    sql`username_hash = ${usernameHash} and address = ${address}`;
  return {
    async replacePassword(campusId, username, passwordHash) {
      await sql`
        update console_credential set password_hash = ${passwordHash} where campus_id = ${campusId} and username = ${username}`;
    },
    async credential(campusId, username) {
      const [row] = await sql<{ accountId: AccountId; passwordHash: string }[]>`
        select account_id, password_hash from console_credential
        where campus_id = ${campusId} and username = ${username}`;
      return row ?? null;
    },
    async lockUsername(campusId, username) {
      const key = `console ${JSON.stringify([campusId, username])}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    },
    async addCredential(campusId, { username, accountId, passwordHash, at }) {
      await sql`insert into console_credential ${sql({ campusId, username, accountId, passwordHash, createdAt: at })}`;
    },
    async attempts(campusId, key) {
      // An empty row first: there must be one to lock.
      await sql`
        insert into login_attempt ${sql({ campusId, ...key, count: 0, sinceAt: 0 })} on conflict do nothing`;
      const [row] = await sql<Attempts[]>`
        select count, since_at from login_attempt where campus_id = ${campusId} and ${of(key)} for update`;
      return row && row.count > 0 ? row : null;
    },
    async saveAttempts(campusId, key, { count, sinceAt }) {
      await sql`
        update login_attempt set count = ${count}, since_at = ${sinceAt}
        where campus_id = ${campusId} and ${of(key)}`;
    },
    async clearAttempts(campusId, key) {
      await sql`delete from login_attempt where campus_id = ${campusId} and ${of(key)}`;
    },
  };
}
