import type { Sql } from "@sanqi/database";
import type { CampusId } from "@sanqi/kernel";
import { guestAccount } from "./guests.ts";

/** Makes guest n the staff of kitchens. */
export async function hire(
  sql: Sql,
  campusId: CampusId,
  cook: { n: number; shopIds: readonly string[]; now: number },
): Promise<void> {
  await sql`
    insert into role_grant (campus_id, account_id, role, scope_id, scope_kind, scope_name, granted_at)
    select ${campusId}, ${guestAccount(cook.n)}, 'merchant', shop, 'shop', '', ${cook.now}
    from unnest(${[...cook.shopIds]}::text[]) shop`;
}
