import { minute } from "@sanqi/kernel";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CareStage, campusId, careStage, chemistry, history } from "./care-stage.ts";

let stage: CareStage;
beforeEach(async () => {
  stage = await careStage();
});
afterEach(() => stage.drop());

const notFound = { ok: false, error: { kind: "alertNotFound" } };
async function openAlert(departmentId = chemistry) {
  const accountId = await stage.student(departmentId);
  await stage.habit(accountId, 3);
  await stage.care.evaluate(campusId, stage.clock.now());
  const [alert] = await stage.care.alerts(stage.counselor(departmentId));
  if (!alert) throw new Error("no alert");
  return { accountId, alertId: alert.alertId };
}
const viewsOf = (alertId: string) =>
  stage.sql<{ viewerId: string; form: string; at: number; traceId: string }[]>`
    select viewer_id, form, at, trace_id from alert_view where alert_id = ${alertId} order by entry`;

describe("a counselor", () => {
  it("sees the own departments only, in lists and one by one", async () => {
    const [here, there] = [await openAlert(chemistry), await openAlert(history)];
    const own = stage.counselor(chemistry);
    expect((await stage.care.alerts(own)).map((a) => a.alertId)).toEqual([here.alertId]);
    expect(await stage.care.alert(own, there.alertId)).toEqual(notFound);
    expect(await stage.care.markSeen(own, there.alertId)).toEqual(notFound);
    expect(await stage.care.alert(own, "alr_00000000000000000000")).toEqual(notFound);
    for (const nobody of [stage.counselor(), { ...own, campusId: stage.ids.next("campus") }]) {
      expect(await stage.care.alerts(nobody)).toEqual([]);
      expect(await stage.care.alert(nobody, here.alertId)).toEqual(notFound);
    }
    expect((await stage.care.alerts(stage.counselor(chemistry, history))).length).toBe(2);
    // What was refused was not seen, and is not in the record.
    expect((await viewsOf(there.alertId)).map((v) => v.viewerId)).not.toContain(own.accountId);
  });

  it("follows a student who changes the department", async () => {
    const { accountId, alertId } = await openAlert(chemistry);
    await stage.care.importStudents(campusId, [
      { accountId, departmentId: history, studentNumber: "20260001", name: "学生1" },
    ]);
    expect(await stage.care.alert(stage.counselor(chemistry), alertId)).toEqual(notFound);
    expect((await stage.care.alert(stage.counselor(history), alertId)).ok).toBe(true);
  });

  it("leaves a record with each view: who, when, which", async () => {
    const { alertId } = await openAlert();
    const [one, two] = [stage.counselor(chemistry), { ...stage.counselor(chemistry), name: "吴老师" }];
    await stage.care.alerts(one);
    stage.clock.advance(minute);
    await stage.care.alert(one, alertId);
    stage.clock.advance(minute);
    const detail = await stage.care.alert(two, alertId);
    const now = stage.clock.now();
    expect(detail).toMatchObject({
      ok: true,
      value: {
        alertId,
        views: [
          { at: now, by: "吴老师" },
          { at: now - minute, by: "周老师" },
        ],
      },
    });
    if (detail.ok) {
      expect(detail.value.pattern).toHaveLength(28 + 4);
      expect(detail.value.pattern.at(-1)).toEqual({ day: "2026-11-26", meals: 0 });
    }
    expect((await viewsOf(alertId)).slice(1)).toEqual([
      { viewerId: one.accountId, form: "list", at: now - 2 * minute, traceId: "v" },
      { viewerId: one.accountId, form: "full", at: now - minute, traceId: "v" },
      { viewerId: two.accountId, form: "full", at: now, traceId: "v" },
    ]);
  });

  it("marks an alert seen; the first time stays", async () => {
    const { alertId } = await openAlert();
    const one = stage.counselor(chemistry);
    const at = stage.clock.now();
    expect(await stage.care.markSeen(one, alertId)).toMatchObject({
      ok: true,
      value: { seen: { at, by: "周老师" } },
    });
    stage.clock.advance(minute);
    await stage.care.markSeen({ ...stage.counselor(chemistry), name: "吴老师" }, alertId);
    await stage.care.markSeen(one, alertId);
    expect(await stage.care.alerts(one)).toMatchObject([{ seen: { at, by: "周老师" } }]);
  });
});

describe("consent", () => {
  it("is not given by silence, and every change stays in the history", async () => {
    const accountId = await stage.student(chemistry, false);
    expect(await stage.care.consent(campusId, accountId)).toEqual({
      given: false,
      textVersion: "",
      at: null,
    });
    const at = stage.clock.now();
    expect(await stage.consent(accountId, true)).toEqual({ given: true, textVersion: "2026-1", at });
    stage.clock.advance(minute);
    expect(await stage.consent(accountId, true)).toEqual({ given: true, textVersion: "2026-1", at });
    await stage.consent(accountId, false);
    expect(await stage.care.consent(campusId, accountId)).toMatchObject({ given: false, at: at + minute });
    const rows = await stage.sql`select given, at, trace_id from care_consent order by entry`;
    expect([...rows]).toEqual([
      { given: true, at, traceId: "c" },
      { given: false, at: at + minute, traceId: "c" },
    ]);
  });

  it("is written once when an answer is sent several times at once", async () => {
    const accountId = await stage.student(chemistry, false);
    await Promise.all(Array.from({ length: 6 }, () => stage.consent(accountId, true)));
    expect((await stage.sql`select 1 from care_consent`).count).toBe(1);
  });

  it("withdrawn: the alert is gone at once, and the counts with it", async () => {
    const { accountId, alertId } = await openAlert();
    const counselor = stage.counselor(chemistry);
    await stage.consent(accountId, false);
    expect(await stage.care.alerts(counselor)).toEqual([]);
    expect(await stage.care.alert(counselor, alertId)).toEqual(notFound);
    expect(await stage.care.markSeen(counselor, alertId)).toEqual(notFound);
    expect((await stage.sql`select 1 from meal_day`).count).toBe(0);
    expect([...(await stage.sql`select close_reason from alert`)]).toEqual([
      { closeReason: "consentWithdrawn" },
    ]);
    // Given anew, everything starts from nothing.
    await stage.consent(accountId, true);
    expect((await stage.care.evaluate(campusId, stage.clock.now())).opened).toBe(0);
    expect(await stage.care.alerts(counselor)).toEqual([]);
  });

  it("never given: the student is never visible, even with counts and an alert in the tables", async () => {
    const { accountId, alertId } = await openAlert();
    await stage.sql`delete from care_consent where account_id = ${accountId}`;
    const counselor = stage.counselor(chemistry);
    expect(await stage.care.alerts(counselor)).toEqual([]);
    expect(await stage.care.alert(counselor, alertId)).toEqual(notFound);
    expect((await stage.care.evaluate(campusId, stage.clock.now())).reviewed).toBe(0);
  });
});

describe("the roster", () => {
  it("is imported repeatedly without change, and refuses a number that is taken", async () => {
    const row = {
      accountId: stage.ids.next("account"),
      departmentId: chemistry,
      studentNumber: "1",
      name: "甲",
    };
    await stage.care.importStudents(campusId, [row]);
    await stage.care.importStudents(campusId, [row]);
    const thief = { ...row, accountId: stage.ids.next("account") };
    await expect(stage.care.importStudents(campusId, [thief])).rejects.toThrow();
    await expect(
      stage.care.importStudents(campusId, [
        { ...thief, studentNumber: "2", departmentId: stage.ids.next("department") },
      ]),
    ).rejects.toThrow();
    expect((await stage.sql`select 1 from student_record`).count).toBe(1);
    expect(await stage.care.departments(campusId)).toEqual([
      { departmentId: chemistry, name: "化工学院" },
      { departmentId: history, name: "历史系" },
    ]);
  });
});
