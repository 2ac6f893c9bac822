import { chinaDay, day } from "@sanqi/kernel";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CareStage, campusId, careStage, chemistry, history } from "./care-stage.ts";

let stage: CareStage;
beforeEach(async () => {
  stage = await careStage();
});
afterEach(() => stage.drop());

const evaluate = () => stage.care.evaluate(campusId, stage.clock.now());
const result = { reviewed: 0, opened: 0, updated: 0, closed: 0 };
const closings = () =>
  stage.sql<{ closeReason: string | null }[]>`select close_reason from alert order by opened_at, alert_id`;

describe("the evaluation", () => {
  it("opens alerts of consenting students and tells each department how many, once", async () => {
    const [a, b, c, silent] = [
      await stage.student(),
      await stage.student(),
      await stage.student(history),
      await stage.student(chemistry, false),
    ];
    for (const who of [a, b, c]) expect((await stage.habit(who, 3)).skipped).toBe(0);
    expect(await stage.habit(silent, 3)).toEqual({ imported: 0, skipped: 30 });
    await stage.habit(await stage.student(), 0);

    const counselor = stage.counselor(chemistry);
    expect(await stage.care.alerts(counselor)).toEqual([]);
    expect(await evaluate()).toEqual({ ...result, reviewed: 4, opened: 3 });
    expect(await stage.care.alerts(counselor)).toMatchObject(
      [1, 2].map((n) => ({
        studentName: `学生${n}`,
        studentNumber: `2026000${n}`,
        departmentName: "化工学院",
        severity: "notice",
        reason: { zh: "连续 3 个工作日没有点餐，平时每周约 5 次" },
        since: "2026-11-23",
        openedAt: stage.clock.now(),
        seen: null,
      })),
    );
    const at = stage.clock.now();
    expect(await stage.events()).toEqual([
      {
        key: chemistry,
        payload: { departmentId: chemistry, departmentName: "化工学院", count: 2, at },
        traceId: "evaluation",
      },
      {
        key: history,
        payload: { departmentId: history, departmentName: "历史系", count: 1, at },
        traceId: "evaluation",
      },
    ]);
    expect(await evaluate()).toEqual({ ...result, reviewed: 4 });
    expect(await stage.events()).toHaveLength(2);
  });

  it("opens one alert when two processes evaluate at once", async () => {
    await stage.habit(await stage.student(), 3);
    const runs = await Promise.all([evaluate(), evaluate(), evaluate()]);
    expect(runs.map((r) => r.opened).sort()).toEqual([0, 0, 1]);
    expect(await stage.events()).toHaveLength(1);
  });

  it("follows a gap that goes on, in words and severity", async () => {
    await stage.habit(await stage.student(), 3);
    await evaluate();
    stage.clock.advance(4 * day);
    expect(await evaluate()).toEqual({ ...result, reviewed: 1, updated: 1 });
    const [alert] = await stage.care.alerts(stage.counselor(chemistry));
    expect(alert).toMatchObject({
      severity: "attention",
      since: "2026-11-23",
      reason: { zh: "连续 5 个工作日没有点餐，平时每周约 5 次" },
    });
    expect(await stage.events()).toHaveLength(1);
  });

  it("closes the alert at the next meal, at once", async () => {
    const who = await stage.student();
    await stage.habit(who, 3);
    await evaluate();
    await stage.eat(who);
    expect(await stage.care.alerts(stage.counselor(chemistry))).toEqual([]);
    expect(await closings()).toEqual([{ closeReason: "ate" }]);
    expect(await evaluate()).toEqual({ ...result, reviewed: 1 });
  });

  it("closes the alert when a meal of the gap is imported afterwards", async () => {
    const who = await stage.student();
    await stage.habit(who, 3);
    await evaluate();
    await stage.care.importMealHistory(campusId, [{ accountId: who, day: "2026-11-24", meals: 1 }]);
    expect(await evaluate()).toEqual({ ...result, reviewed: 1, closed: 1 });
  });

  it("leaves no alert behind when meals, consents and evaluations race", async () => {
    const eaters = [await stage.student(), await stage.student(), await stage.student()];
    const leavers = [await stage.student(), await stage.student(), await stage.student()];
    for (const who of [...eaters, ...leavers]) await stage.habit(who, 3);
    await Promise.all([
      evaluate(),
      ...eaters.map((who) => stage.eat(who)),
      evaluate(),
      ...leavers.map((who) => stage.consent(who, false)),
      evaluate(),
    ]);
    expect(await stage.care.alerts(stage.counselor(chemistry))).toEqual([]);
    expect((await stage.sql`select 1 from alert where closed_at is null`).count).toBe(0);
    expect((await stage.sql`select 1 from meal_day where account_id = any(${leavers}::text[])`).count).toBe(
      0,
    );
  });
});

describe("meals", () => {
  it("are counted per day in China, each event once, and nothing else is kept", async () => {
    const who = await stage.student();
    await stage.eat(who, "evt_1");
    await Promise.all([stage.eat(who, "evt_1"), stage.eat(who, "evt_2"), stage.eat(who, "evt_2")]);
    stage.clock.advance(day);
    await stage.eat(who);
    const rows = await stage.sql`select * from meal_day order by day`;
    expect([...rows]).toEqual([
      { campusId, accountId: who, day: "2026-11-26", meals: 2 },
      { campusId, accountId: who, day: chinaDay(stage.clock.now()), meals: 1 },
    ]);
    stage.clock.advance(40 * day);
    await evaluate();
    expect((await stage.sql`select 1 from meal_event`).count).toBe(0);
  });

  it("of who did not consent leave no trace", async () => {
    const who = await stage.student(chemistry, false);
    await stage.eat(who);
    expect((await stage.sql`select 1 from meal_day`).count).toBe(0);
    expect((await stage.sql`select 1 from meal_event`).count).toBe(0);
  });
});
