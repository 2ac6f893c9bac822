import type { Queryable } from "@sanqi/database";
import type { AccountId } from "@sanqi/kernel";
import type { Invitation, RoleGrant } from "../domain/index.ts";
import type { RoleStore } from "../use-cases/ports.ts";

export function roleStore(sql: Queryable): RoleStore {
  return {
    async roles(campusId, accountId) {
      return sql<RoleGrant[]>`
        select role, scope_kind, scope_id, scope_name from role_grant
        where campus_id = ${campusId} and account_id = ${accountId} order by granted_at, role, scope_id`;
    },
    async lockOperators(campusId) {
      await sql`
        select 1 from role_grant where campus_id = ${campusId} and role = 'operator'
        order by account_id, scope_id for update`;
    },
    async grantRole(campusId, { accountId, role, scopeId, scopeKind, scopeName, grantedBy, at }) {
      const row = { campusId, accountId, role, scopeId, scopeKind, scopeName, grantedBy, grantedAt: at };
      await sql`
        insert into role_grant ${sql(row)}
        on conflict (campus_id, account_id, role, scope_id) do update set scope_name = excluded.scope_name`;
    },
    async removeRole(campusId, { accountId, role, scopeId }) {
      const removed = await sql`
        delete from role_grant where campus_id = ${campusId} and account_id = ${accountId}
          and role = ${role} and scope_id = ${scopeId}`;
      return removed.count === 1;
    },
    async accountsWithRole(campusId, role, scopeId) {
      const rows = await sql<{ accountId: AccountId }[]>`
        select account_id from role_grant
        where campus_id = ${campusId} and role = ${role} and scope_id = ${scopeId} order by account_id`;
      return rows.map((row) => row.accountId);
    },
    async addInvitation({ redeemedAt: _unused, ...invitation }, codeHash) {
      await sql`insert into invitation ${sql({ ...invitation, codeHash })}`;
    },
    async invitationByCode(campusId, codeHash) {
      const [row] = await sql<Invitation[]>`
        select campus_id, invitation_id, role, scope_kind, scope_id, scope_name, display_name, invited_by, created_at, expires_at,
          redeemed_at
        from invitation where campus_id = ${campusId} and code_hash = ${codeHash} for update`;
      return row ?? null;
    },
    async noteRedeemed(campusId, { invitationId, by, at }) {
      await sql`
        update invitation set redeemed_by = ${by}, redeemed_at = ${at}
        where campus_id = ${campusId} and invitation_id = ${invitationId}`;
    },
    async withdrawInvitations(campusId, invitedBy, at) {
      await sql`
        update invitation set expires_at = least(expires_at, ${at})
        where campus_id = ${campusId} and invited_by = ${invitedBy} and redeemed_at is null`;
    },
  };
}
