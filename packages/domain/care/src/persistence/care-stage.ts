import { inTransaction } from "@sanqi/database";
import { type AccountId, chinaDay, chinaWeekday, createIds, day, manualClock, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { testDatabase } from "@sanqi/testkit";
import { type Counselor, createCareUseCases } from "../use-cases/index.ts";
import { careMigrations, createCareStore, recordMeal } from "./index.ts";

export const campusId = toId("campus", "cmp_00000000000000000001");
export const chemistry = toId("department", "dep_00000000000000000001");
export const history = toId("department", "dep_00000000000000000002");
/** Thursday 2026-11-26, 08:00 in China. */
export const thursday = 1_795_651_200_000;

/** A database of its own with two departments and a clock that stands at a Thursday morning. */
export async function careStage() {
  const clock = manualClock(thursday);
  const ids = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes));
  const { sql, drop } = await testDatabase([...outboxMigrations, ...careMigrations]);
  const care = createCareUseCases({
    store: createCareStore(sql),
    clock,
    ids,
    newTraceId: () => "evaluation",
  });
  await care.upsertDepartments(campusId, [
    { departmentId: chemistry, name: "化工学院", dingtalkDeptId: 101 },
    { departmentId: history, name: "历史系", dingtalkDeptId: null },
  ]);
  let number = 0;
  const consent = (accountId: AccountId, given: boolean) =>
    care.setConsent({ campusId, accountId, given, textVersion: "2026-1", traceId: "c" });
  return {
    sql,
    drop,
    clock,
    ids,
    care,
    consent,
    /** A student of whom the campus knows the number and the name. */
    async student(departmentId = chemistry, consents = true): Promise<AccountId> {
      const accountId = ids.next("account");
      number++;
      const studentNumber = `2026${String(number).padStart(4, "0")}`;
      await care.importStudents(campusId, [
        { accountId, departmentId, studentNumber, name: `学生${number}` },
      ]);
      if (consents) await consent(accountId, true);
      return accountId;
    },
    /** Meals on all weekdays of six weeks, but not in the last `silent` days. */
    habit: (accountId: AccountId, silent: number) =>
      care.importMealHistory(
        campusId,
        Array.from({ length: 42 }, (_, n) => clock.now() - (silent + 1 + n) * day)
          .filter((at) => chinaWeekday(at) <= 5)
          .map((at) => ({ accountId, day: chinaDay(at), meals: 1 })),
      ),
    eat: (accountId: AccountId, eventId: string = ids.next("event")) =>
      inTransaction(sql, (tx) => recordMeal(tx, { campusId, accountId, at: clock.now(), eventId })),
    counselor: (...departmentIds: Counselor["departmentIds"][number][]): Counselor => ({
      campusId,
      accountId: ids.next("account"),
      name: "周老师",
      departmentIds,
      traceId: "v",
    }),
    events: () =>
      sql<{ key: string; payload: Record<string, unknown>; traceId: string }[]>`
        select key, payload, trace_id from outbox where type = 'care.alertsOpened' order by key, position`,
  };
}
export type CareStage = Awaited<ReturnType<typeof careStage>>;
