import type { Queryable } from "@sanqi/database";
import type { AccountId } from "@sanqi/kernel";
import type { Account } from "../domain/index.ts";
import type { AccountStore, ProvedIdentity } from "../use-cases/ports.ts";
import { grantsOf } from "./grants.ts";

type Part = Omit<AccountStore, "people" | "profile" | "saveProfile">;

export function accountStore(sql: Queryable): Part {
  const same = (proved: ProvedIdentity) => sql`
    platform = ${proved.platform} and app = ${proved.app} and subject_kind = ${proved.subjectKind}
    and subject = ${proved.subject}`;
  return {
    async account(campusId, accountId) {
      const [row] = await sql<Account[]>`
        select a.campus_id, a.account_id, a.display_name, ${grantsOf(sql, "a")} as roles
        from account a where a.campus_id = ${campusId} and a.account_id = ${accountId}`;
      return row ?? null;
    },
    async addAccount(account) {
      await sql`insert into account ${sql(account)}`;
    },
    async rename(campusId, accountId, displayName) {
      await sql`update account set display_name = ${displayName} where campus_id = ${campusId} and account_id = ${accountId}`;
    },
    async identity(campusId, proved) {
      const [row] = await sql<{ accountId: AccountId; union: string | null }[]>`
        select account_id, union_id as union from identity where campus_id = ${campusId} and ${same(proved)}`;
      return row ?? null;
    },
    async accountByUnion(campusId, platform, union) {
      const [row] = await sql<{ accountId: AccountId }[]>`
        select account_id from identity
        where campus_id = ${campusId} and platform = ${platform} and union_id = ${union}
        order by linked_at, account_id limit 1`;
      return row?.accountId ?? null;
    },
    async lockPerson(campusId, { platform, app, subjectKind, subject, union }) {
      const names = [[campusId, platform, app, subjectKind, subject]];
      if (union !== null) names.push([campusId, platform, union]);
      // Always in the same order: two that need both locks must not wait for each other.
      const keys = names.map((name) => `identity ${JSON.stringify(name)}`).sort();
      for (const key of keys) await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    },
    async linkIdentity(campusId, { proved, accountId, evidence, at }) {
      const { platform, app, subjectKind, subject, union } = proved;
      const row = { campusId, platform, app, subjectKind, subject, accountId, evidence };
      await sql`insert into identity ${sql({ ...row, unionId: union, linkedAt: at, provedAt: at })}`;
    },
    async noteProved(campusId, proved, at) {
      await sql`
        update identity set proved_at = greatest(proved_at, ${at}), union_id = coalesce(${proved.union}, union_id)
        where campus_id = ${campusId} and ${same(proved)}`;
    },
    async accountOfSubject(campusId, host, subject) {
      const [row] = await sql<{ accountId: AccountId }[]>`
        select account_id from identity
        where campus_id = ${campusId} and platform = ${host} and subject = ${subject}
        order by proved_at desc limit 1`;
      return row?.accountId ?? null;
    },
    async subjectOn(campusId, accountId, host) {
      // The one used last: a person may have been in several apps of a platform.
      const [row] = await sql<{ subjectKind: string; subject: string; app: string }[]>`
        select subject_kind, subject, app from identity
        where campus_id = ${campusId} and account_id = ${accountId} and platform = ${host}
        order by proved_at desc, app limit 1`;
      return row ?? null;
    },
  };
}
