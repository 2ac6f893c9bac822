import type { Queryable } from "@sanqi/database";
import { type AccountId, type CampusId, chinaDay } from "@sanqi/kernel";
import type { DayCount } from "../domain/index.ts";
import type { MealStore } from "../use-cases/ports.ts";
import { consentsNow, lockPerson, shareReview } from "./consents.ts";

export type Meal = {
  readonly campusId: CampusId;
  readonly accountId: AccountId;
  /** When the meal arrived, epoch milliseconds. */
  readonly at: number;
  readonly eventId: string;
};

/**
 * Counts one meal, in the transaction of the consumer that calls it, and ends the person's open alert. Nothing is kept
 * of who did not consent; the same event counts once.
 */
export async function recordMeal(tx: Queryable, { campusId, accountId, at, eventId }: Meal): Promise<void> {
  await shareReview(tx, campusId);
  await lockPerson(tx, campusId, accountId);
  const counted = await tx`
    insert into meal_event (campus_id, event_id, counted_at)
    select ${campusId}, ${eventId}, ${at}::bigint
    from (select ${campusId}::text as campus_id, ${accountId}::text as account_id) m
    where ${consentsNow(tx, "m")}
    on conflict do nothing`;
  if (counted.count === 0) return;
  const day = chinaDay(at);
  await tx`
    insert into meal_day ${tx({ campusId, accountId, day, meals: 1 })}
    on conflict (campus_id, account_id, day) do update set meals = meal_day.meals + 1`;
  await tx`
    update alert set closed_at = ${at}, updated_at = ${at}, close_reason = 'ate'
    where campus_id = ${campusId} and account_id = ${accountId} and closed_at is null and since <= ${day}`;
}

export function mealStore(sql: Queryable): MealStore {
  return {
    async importMeals(campusId, rows) {
      let imported = 0;
      for (let from = 0; from < rows.length; from += 5_000) {
        const part = rows.slice(from, from + 5_000);
        const set = await sql`
          insert into meal_day (campus_id, account_id, day, meals)
          select m.campus_id, m.account_id, m.day, m.meals
          from (
            select ${campusId}::text as campus_id, r.* from unnest(
              ${part.map((r) => r.accountId)}::text[], ${part.map((r) => r.day)}::text[],
              ${part.map((r) => r.meals)}::int[]) as r (account_id, day, meals)
          ) m
          where ${consentsNow(sql, "m")}
          on conflict (campus_id, account_id, day) do update set meals = excluded.meals`;
        imported += set.count;
      }
      return imported;
    },
    async meals(campusId, accountId, sinceDay) {
      return sql<DayCount[]>`
        select day, meals from meal_day
        where campus_id = ${campusId} and account_id = ${accountId} and day >= ${sinceDay} order by day`;
    },
  };
}
