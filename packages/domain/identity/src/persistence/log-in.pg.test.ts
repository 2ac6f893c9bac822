import { day, toId } from "@sanqi/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { campusId, chief, elsewhere, type IdentityStage, identityStage, refused } from "./identity-stage.ts";

let stage: IdentityStage;
beforeAll(async () => {
  stage = await identityStage();
});
afterAll(() => stage.drop());

describe("log-in", () => {
  it("makes an account once and finds it again", async () => {
    const first = await stage.enter("lin");
    const second = await stage.enter("lin");
    expect(second.session.accountId).toBe(first.session.accountId);
    expect(second.session.sessionId).not.toBe(first.session.sessionId);
    expect(first.session).toMatchObject({
      campusId,
      host: "weapp",
      roles: [],
      expiresAt: stage.clock.now() + 30 * day,
    });
    expect(first.session.displayName).toMatch(/^同学 /);
    expect((await stage.enter("zhou", "dd")).session.displayName).toBe("老师zhou");
  });
  it("refuses a code that the platform refuses, and notes it", async () => {
    const request = { campusId, host: "weapp", device: "", traceId: "trace-bad" } as const;
    expect(await stage.identity.login({ ...request, code: "bad" })).toEqual(refused("loginCodeRefused"));
    expect(await stage.identity.login({ ...request, code: "down" })).toEqual(refused("hostUnavailable"));
    expect(await stage.audits("login.refused")).toEqual([
      {
        actorId: null,
        details: { host: "weapp", platformCode: "40029" },
        traceId: "trace-bad",
        at: stage.clock.now(),
      },
    ]);
  });
  it("refuses an unknown campus before it spends the code", async () => {
    const unknown = toId("campus", "cmp_00000000000000000009");
    expect(
      await stage.identity.login({ campusId: unknown, host: "weapp", code: "lin", device: "", traceId: "t" }),
    ).toEqual(refused("campusNotFound"));
    expect(await stage.identity.consoleLogin({ ...chief, campusId: unknown })).toEqual(
      refused("campusNotFound"),
    );
  });
  it("keeps the account when a union appears, and finds it by the union in another app", async () => {
    const before = await stage.enter("mei");
    const learned = await stage.enter("mei/union-mei");
    const otherApp = await stage.enter("mei-2/union-mei/app-2");
    expect([learned.session.accountId, otherApp.session.accountId]).toEqual([
      before.session.accountId,
      before.session.accountId,
    ]);
    // The same text is another person on another platform and on another campus.
    expect((await stage.enter("mei-3/union-mei", "alipay")).session.accountId).not.toBe(
      before.session.accountId,
    );
    expect((await stage.enter("mei/union-mei", "weapp", elsewhere)).session.accountId).not.toBe(
      before.session.accountId,
    );
    expect(await stage.audits("identity.linkedByUnion")).toHaveLength(1);
  });
  it("does not join two accounts that turn out to share a union", async () => {
    const one = await stage.enter("tao-1//app-1");
    const two = await stage.enter("tao-2//app-2");
    await stage.enter("tao-1/union-tao/app-1");
    const again = await stage.enter("tao-2/union-tao/app-2");
    expect(again.session.accountId).toBe(two.session.accountId);
    expect((await stage.audits("identity.unionLearned")).at(-1)?.details.sharedWith).toBe(
      one.session.accountId,
    );
  });
  it("makes one account of a person's concurrent first log-ins", async () => {
    for (const person of ["race-a", "race-b", "race-c"]) {
      const codes = [
        `${person}/u-${person}`,
        `${person}/u-${person}`,
        person,
        `${person}-2/u-${person}/app-2`,
      ];
      const entered = await Promise.all(
        Array.from({ length: 16 }, (_, n) => stage.enter(codes[n % 4] ?? "")),
      );
      const withUnion = entered.filter((_, n) => n % 4 !== 2 && n % 4 !== 3).map((e) => e.session.accountId);
      expect(new Set(withUnion).size).toBe(1);
      const rows = await stage.sql<{ n: number }[]>`
        select count(distinct account_id)::int as n from identity where subject = ${person}`;
      expect(rows[0]?.n).toBe(1);
    }
    const orphans = await stage.sql`
      select 1 from account a where not exists (select 1 from identity i
        where i.campus_id = a.campus_id and i.account_id = a.account_id)`;
    expect(orphans.count).toBe(0);
  });
  it("makes one account when two apps of one developer see a person for the first time together", async () => {
    const entered = await Promise.all(
      Array.from({ length: 12 }, (_, n) => stage.enter(`pair-${n % 3}/union-pair/app-${n % 3}`)),
    );
    expect(new Set(entered.map((e) => e.session.accountId)).size).toBe(1);
  });
});
