import type { Queryable } from "@sanqi/database";
import type { Department, RosterStore } from "../use-cases/ports.ts";

export function rosterStore(sql: Queryable): RosterStore {
  return {
    async departments(campusId) {
      return sql<Department[]>`
        select department_id, name from department where campus_id = ${campusId} order by name, department_id`;
    },
    async upsertDepartments(campusId, rows, at) {
      if (rows.length === 0) return;
      const values = rows.map(({ departmentId, name, dingtalkDeptId }) => {
        return { campusId, departmentId, name, dingtalkDeptId, updatedAt: at };
      });
      await sql`
        insert into department ${sql(values)}
        on conflict (campus_id, department_id) do update
        set name = excluded.name, dingtalk_dept_id = excluded.dingtalk_dept_id, updated_at = excluded.updated_at`;
    },
    async upsertStudents(campusId, rows, at) {
      // One statement for all rows: a student number that is taken refuses the whole import.
      await sql`
        insert into student_record (campus_id, account_id, department_id, student_number, name, updated_at)
        select ${campusId}, r.account_id, r.department_id, r.student_number, r.name, ${at}::bigint
        from unnest(${rows.map((r) => r.accountId)}::text[], ${rows.map((r) => r.departmentId)}::text[],
          ${rows.map((r) => r.studentNumber)}::text[], ${rows.map((r) => r.name)}::text[])
          as r (account_id, department_id, student_number, name)
        on conflict (campus_id, account_id) do update
        set department_id = excluded.department_id, student_number = excluded.student_number, name = excluded.name,
          updated_at = excluded.updated_at`;
    },
  };
}
