import { type CampusId, chinaDay, type DepartmentId, day } from "@sanqi/kernel";
import { lookbackDays, mealGapRule, review } from "../domain/index.ts";
import type { CareDeps } from "./deps.ts";
import type { CareRecords, NewAlert, ReviewedStudent } from "./ports.ts";

export type Evaluation = {
  readonly reviewed: number;
  readonly opened: number;
  readonly updated: number;
  readonly closed: number;
};
type Opened = { departmentName: string; count: number };

const pageSize = 500;
/** An event is repeated within minutes, or by an operator within days; after a month nobody repeats it. */
const mealEventLife = 30 * day;

/**
 * Looks at every consenting student of a campus, opens and closes alerts, and tells each department how many are new:
 * all in one transaction, one evaluation at a time. Running it again on the same day changes nothing.
 * @param now epoch milliseconds
 */
export function evaluate({ store, ids, newTraceId }: CareDeps) {
  return (campusId: CampusId, now: number): Promise<Evaluation> =>
    store.inTransaction(async (records) => {
      await records.lockForReview(campusId);
      const sinceDay = chinaDay(now - lookbackDays * day);
      const departments = new Map<DepartmentId, Opened>();
      const total = { reviewed: 0, opened: 0, updated: 0, closed: 0 };
      let after = "";
      for (;;) {
        const students = await records.consentingStudents(campusId, { after, limit: pageSize, sinceDay });
        const last = students.at(-1);
        if (!last) break;
        after = last.accountId;
        const done = await reviewPage(records, { campusId, students, now, departments, ids });
        total.reviewed += students.length;
        total.opened += done.opened;
        total.updated += done.updated;
        total.closed += done.closed;
      }
      const traceId = newTraceId();
      await records.announce(
        [...departments].map(([departmentId, { departmentName, count }]) => {
          const eventId = ids.next("event");
          return { campusId, eventId, departmentId, departmentName, count, at: now, traceId };
        }),
      );
      await records.forgetMealEvents(campusId, now - mealEventLife);
      return total;
    });
}

type Page = {
  campusId: CampusId;
  students: readonly ReviewedStudent[];
  now: number;
  departments: Map<DepartmentId, Opened>;
  ids: CareDeps["ids"];
};

async function reviewPage(records: CareRecords, { campusId, students, now, departments, ids }: Page) {
  const opened: NewAlert[] = [];
  const closed: string[] = [];
  let updated = 0;
  for (const { accountId, departmentId, departmentName, meals, open } of students) {
    const decision = review(meals, open, now);
    if (decision.kind === "close") closed.push(decision.alertId);
    if (decision.kind === "update") {
      await records.updateAlert(campusId, decision.alertId, decision.finding, now);
      updated++;
    }
    if (decision.kind === "open") {
      opened.push({ alertId: ids.next("alert"), accountId, rule: mealGapRule, finding: decision.finding });
      const count = (departments.get(departmentId)?.count ?? 0) + 1;
      departments.set(departmentId, { departmentName, count });
    }
  }
  await records.openAlerts(campusId, opened, now);
  await records.closeAlerts(campusId, closed, now);
  return { opened: opened.length, updated, closed: closed.length };
}
