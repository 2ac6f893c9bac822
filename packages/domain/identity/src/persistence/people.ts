import type { Queryable } from "@sanqi/database";
import type { PersonRow, Profile } from "../use-cases/api.ts";
import type { AccountStore } from "../use-cases/ports.ts";
import { grantsOf } from "./grants.ts";

const likePattern = (text: string) => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

export function peopleStore(sql: Queryable): Pick<AccountStore, "people" | "profile" | "saveProfile"> {
  return {
    async profile(campusId, accountId) {
      const [row] = await sql<Profile[]>`
        select place_id, language from profile where campus_id = ${campusId} and account_id = ${accountId}`;
      return row ?? null;
    },
    async saveProfile(campusId, accountId, { placeId, language, at }) {
      await sql`
        insert into profile ${sql({ campusId, accountId, placeId, language, updatedAt: at })}
        on conflict (campus_id, account_id) do update
        set place_id = excluded.place_id, language = excluded.language, updated_at = excluded.updated_at`;
    },
    async people(campusId, { text, role, limit }) {
      const pattern = likePattern(text.trim());
      return sql<PersonRow[]>`
        select a.account_id, a.display_name, ${grantsOf(sql, "a")} as roles,
          array(select distinct i.platform from identity i
            where i.campus_id = a.campus_id and i.account_id = a.account_id order by i.platform) as hosts,
          (select max(s.last_seen_at) from session s
            where s.campus_id = a.campus_id and s.account_id = a.account_id) as last_seen_at
        from account a
        where a.campus_id = ${campusId}
          and (a.display_name ilike ${pattern} or a.account_id = ${text.trim()}
            or exists (select 1 from role_grant g where g.campus_id = a.campus_id and g.account_id = a.account_id
              and g.scope_name ilike ${pattern}))
          and (${role}::text is null or exists (select 1 from role_grant g
            where g.campus_id = a.campus_id and g.account_id = a.account_id and g.role = ${role}))
        order by last_seen_at desc nulls last, a.account_id
        limit ${Math.max(1, Math.min(limit, 500))}`;
    },
  };
}
