import type { Queryable } from "@sanqi/database";
import type { AccountId, CampusId } from "@sanqi/kernel";
import type { CareConsent } from "../domain/index.ts";
import type { ConsentStore } from "../use-cases/ports.ts";

/** A condition: the person of that row (with campus_id and account_id) consents now. */
export const consentsNow = (sql: Queryable, alias: "s" | "m") => sql`
  coalesce((
    select c.given from care_consent c
    where c.campus_id = ${sql(alias)}.campus_id and c.account_id = ${sql(alias)}.account_id
    order by c.entry desc limit 1), false)`;

/** Meals and consents of a campus come side by side; an evaluation waits for them and they for it. */
export const shareReview = (sql: Queryable, campusId: CampusId) =>
  sql`select pg_advisory_xact_lock_shared(hashtextextended(${`care ${campusId}`}, 0))`;
/** One change of a person's consent or meals at a time. */
export const lockPerson = (sql: Queryable, campusId: CampusId, accountId: AccountId) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`care ${campusId} ${accountId}`}, 0))`;

export function consentStore(sql: Queryable): ConsentStore {
  return {
    async lockConsent(campusId, accountId) {
      await shareReview(sql, campusId);
      await lockPerson(sql, campusId, accountId);
    },
    async consent(campusId, accountId) {
      const [row] = await sql<CareConsent[]>`
        select given, text_version, at from care_consent
        where campus_id = ${campusId} and account_id = ${accountId} order by entry desc limit 1`;
      return row ?? { given: false, textVersion: "", at: null };
    },
    async addConsent(campusId, accountId, consent) {
      await sql`insert into care_consent ${sql({ campusId, accountId, ...consent })}`;
    },
    async forgetMeals(campusId, accountId, at) {
      await sql`delete from meal_day where campus_id = ${campusId} and account_id = ${accountId}`;
      await sql`
        update alert set closed_at = ${at}, updated_at = ${at}, close_reason = 'consentWithdrawn'
        where campus_id = ${campusId} and account_id = ${accountId} and closed_at is null`;
    },
  };
}
