import type { Sql } from "@sanqi/database";
import { type CampusId, chinaDay } from "@sanqi/kernel";

/** So many portions of every dish today: what is measured must not end because lunch is sold out. */
export async function fillShelves(sql: Sql, campusId: CampusId, now: number): Promise<void> {
  const plenty = 1_000_000_000;
  await sql`
    insert into dish_stock (campus_id, dish_id, day, left_count)
    select campus_id, dish_id, ${chinaDay(now)}, ${plenty}::int from dish where campus_id = ${campusId}
    on conflict (campus_id, dish_id, day) do update set left_count = excluded.left_count`;
}
