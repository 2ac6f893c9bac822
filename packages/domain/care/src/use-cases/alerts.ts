import { chinaDay, day, err, ok } from "@sanqi/kernel";
import { lookbackDays, mealPattern } from "../domain/index.ts";
import type { CareUseCases, Counselor } from "./api.ts";
import type { CareDeps } from "./deps.ts";
import type { CareRecords, VisibleAlert } from "./ports.ts";

const mayNotSee = err({ kind: "alertNotFound" } as const);

/** The alert, if it concerns this counselor; whether it exists elsewhere is not told. */
async function reach(records: CareRecords, by: Counselor, alertId: string): Promise<VisibleAlert | null> {
  const [found] = await records.visibleAlerts(by.campusId, { departmentIds: by.departmentIds, alertId });
  return found ?? null;
}

/** What counselors see. Nothing is shown whose showing is not recorded: both happen in one transaction. */
export function alertDesk({ store, clock }: CareDeps): Pick<CareUseCases, "alerts" | "alert" | "markSeen"> {
  const recordView = (records: CareRecords, by: Counselor, alertIds: string[], form: "list" | "full") => {
    const { accountId: viewerId, name: viewerName, traceId } = by;
    return records.recordView(by.campusId, {
      alertIds,
      viewerId,
      viewerName,
      form,
      at: clock.now(),
      traceId,
    });
  };
  return {
    alerts: (by) =>
      store.inTransaction(async (records) => {
        const { campusId, departmentIds } = by;
        const visible = await records.visibleAlerts(campusId, { departmentIds, alertId: null });
        const views = visible.map((v) => v.view);
        await recordView(
          records,
          by,
          views.map((v) => v.alertId),
          "list",
        );
        return views;
      }),

    alert: (by, alertId) =>
      store.inTransaction(async (records) => {
        const found = await reach(records, by, alertId);
        if (!found) return mayNotSee;
        await recordView(records, by, [alertId], "full");
        const { campusId } = by;
        const now = clock.now();
        const meals = await records.meals(campusId, found.accountId, chinaDay(now - lookbackDays * day));
        const views = await records.views(campusId, alertId);
        return ok({ ...found.view, pattern: mealPattern(meals, found.view.since, now), views });
      }),

    markSeen: (by, alertId) =>
      store.inTransaction(async (records) => {
        if (!(await reach(records, by, alertId))) return mayNotSee;
        const { accountId, name, traceId } = by;
        const seen = { alertId, by: accountId, name, at: clock.now(), traceId };
        await records.markSeen(by.campusId, seen);
        await recordView(records, by, [alertId], "list");
        const after = await reach(records, by, alertId);
        return after ? ok(after.view) : mayNotSee;
      }),
  };
}
