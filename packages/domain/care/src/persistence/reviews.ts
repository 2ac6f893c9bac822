import type { Queryable } from "@sanqi/database";
import { appendEvents } from "@sanqi/outbox";
import type { ReviewedStudent, ReviewStore } from "../use-cases/ports.ts";
import { consentsNow } from "./consents.ts";

export function reviewStore(sql: Queryable): ReviewStore {
  return {
    async lockForReview(campusId) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`care ${campusId}`}, 0))`;
    },
    async consentingStudents(campusId, { after, limit, sinceDay }) {
      return sql<ReviewedStudent[]>`
        select s.account_id, s.department_id, d.name as department_name,
          coalesce((
            select jsonb_agg(jsonb_build_object('day', m.day, 'meals', m.meals) order by m.day) from meal_day m
            where m.campus_id = s.campus_id and m.account_id = s.account_id and m.day >= ${sinceDay}
          ), '[]'::jsonb) as meals,
          (
            select jsonb_build_object('alertId', a.alert_id, 'since', a.since, 'reasonZh', a.reason_zh) from alert a
            where a.campus_id = s.campus_id and a.account_id = s.account_id and a.closed_at is null limit 1
          ) as open
        from student_record s
        join department d on d.campus_id = s.campus_id and d.department_id = s.department_id
        where s.campus_id = ${campusId} and s.account_id > ${after} and ${consentsNow(sql, "s")}
        order by s.account_id limit ${limit}`;
    },
    async openAlerts(campusId, alerts, at) {
      if (alerts.length === 0) return;
      const rows = alerts.map(({ alertId, accountId, rule, finding }) => {
        const { severity, since, reason } = finding;
        const words = { reasonZh: reason.zh, reasonEn: reason.en };
        return { campusId, alertId, accountId, rule, severity, ...words, since, openedAt: at, updatedAt: at };
      });
      await sql`insert into alert ${sql(rows)}`;
    },
    async updateAlert(campusId, alertId, { severity, reason }, at) {
      await sql`
        update alert set severity = ${severity}, reason_zh = ${reason.zh}, reason_en = ${reason.en}, updated_at = ${at}
        where campus_id = ${campusId} and alert_id = ${alertId} and closed_at is null`;
    },
    async closeAlerts(campusId, alertIds, at) {
      if (alertIds.length === 0) return;
      await sql`
        update alert set closed_at = ${at}, updated_at = ${at}, close_reason = 'ate'
        where campus_id = ${campusId} and alert_id = any(${[...alertIds]}::text[]) and closed_at is null`;
    },
    async forgetMealEvents(campusId, before) {
      await sql`delete from meal_event where campus_id = ${campusId} and counted_at < ${before}`;
    },
    announce: (events) =>
      appendEvents(
        sql,
        events.map(({ campusId, eventId, traceId, departmentId, departmentName, count, at }) => ({
          campusId,
          eventId,
          type: "care.alertsOpened",
          key: departmentId,
          payload: { departmentId, departmentName, count, at },
          traceId,
          occurredAt: at,
        })),
      ),
  };
}
