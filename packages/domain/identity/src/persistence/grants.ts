import type { Queryable } from "@sanqi/database";

/** A subquery: the roles of the account that the row `alias` (with campus_id and account_id) speaks of. */
export const grantsOf = (sql: Queryable, alias: "a" | "s") => sql`
  coalesce((
    select jsonb_agg(jsonb_build_object('role', g.role, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id,
      'scopeName', g.scope_name) order by g.granted_at, g.role, g.scope_id)
    from role_grant g
    where g.campus_id = ${sql(alias)}.campus_id and g.account_id = ${sql(alias)}.account_id), '[]'::jsonb)`;
