import type { Queryable } from "@sanqi/database";
import type { AccountId } from "@sanqi/kernel";
import type { AlertView } from "../domain/index.ts";
import type { AlertStore } from "../use-cases/ports.ts";
import { consentsNow } from "./consents.ts";

type Row = Omit<AlertView, "reason"> & { accountId: AccountId; reasonZh: string; reasonEn: string };

export function alertStore(sql: Queryable): AlertStore {
  return {
    async visibleAlerts(campusId, { departmentIds, alertId }) {
      const rows = await sql<Row[]>`
        select a.alert_id, a.account_id, s.name as student_name, s.student_number, d.name as department_name,
          a.severity, a.reason_zh, a.reason_en, a.since, a.opened_at,
          (
            select jsonb_build_object('at', n.at, 'by', n.seen_by_name) from alert_seen n
            where n.campus_id = a.campus_id and n.alert_id = a.alert_id order by n.at, n.seen_by limit 1
          ) as seen
        from alert a
        join student_record s on s.campus_id = a.campus_id and s.account_id = a.account_id
        join department d on d.campus_id = s.campus_id and d.department_id = s.department_id
        where a.campus_id = ${campusId} and a.closed_at is null
          and (${alertId}::text is null or a.alert_id = ${alertId})
          and s.department_id = any(${[...departmentIds]}::text[]) and ${consentsNow(sql, "s")}
        order by a.severity, a.since, s.student_number, a.alert_id`;
      return rows.map(({ accountId, reasonZh, reasonEn, ...view }) => ({
        accountId,
        view: { ...view, reason: { zh: reasonZh, en: reasonEn } },
      }));
    },
    async recordView(campusId, { alertIds, viewerId, viewerName, form, at, traceId }) {
      if (alertIds.length === 0) return;
      await sql`insert into alert_view ${sql(
        alertIds.map((alertId) => ({ campusId, alertId, viewerId, viewerName, form, at, traceId })),
      )}`;
    },
    async views(campusId, alertId) {
      return sql<{ at: number; by: string }[]>`
        select at, viewer_name as by from alert_view
        where campus_id = ${campusId} and alert_id = ${alertId} and form = 'full' order by entry desc limit 200`;
    },
    async markSeen(campusId, { alertId, by, name, at, traceId }) {
      await sql`
        insert into alert_seen ${sql({ campusId, alertId, seenBy: by, seenByName: name, at, traceId })}
        on conflict do nothing`;
    },
  };
}
