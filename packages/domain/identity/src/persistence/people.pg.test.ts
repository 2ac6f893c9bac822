import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { campusId, elsewhere, granted, type IdentityStage, identityStage } from "./identity-stage.ts";

let stage: IdentityStage;
beforeAll(async () => {
  stage = await identityStage();
});
afterAll(() => stage.drop());

describe("people", () => {
  it("are found by name, role and scope", async () => {
    const by = await stage.operator();
    const { session } = await stage.enter("wang%", "dd");
    const scope = {
      role: "counselor",
      scopeKind: "department",
      scopeId: "dep_00000000000000000001",
      scopeName: "化工学院",
    } as const;
    const { code } = granted(await stage.identity.invite(by, { ...scope, traceId: "i" }));
    granted(await stage.redeem(session, code));
    const found = await stage.identity.people(campusId, { text: "", role: "counselor", limit: 10 });
    expect(found).toEqual([
      {
        accountId: session.accountId,
        displayName: "老师wang%",
        hosts: ["dd"],
        roles: [scope],
        lastSeenAt: stage.clock.now(),
      },
    ]);
    for (const text of ["wang%", "化工", session.accountId])
      expect(await stage.identity.people(campusId, { text, role: null, limit: 10 })).toEqual(found);
    expect(await stage.identity.people(campusId, { text: "%%", role: null, limit: 10 })).toEqual([]);
    expect(await stage.identity.people(elsewhere, { text: "wang%", role: null, limit: 10 })).toEqual([]);
    expect(await stage.identity.findByIdentity(campusId, "dd", "wang%")).toMatchObject({ roles: [scope] });
    expect(await stage.identity.findByIdentity(campusId, "weapp", "wang%")).toBeNull();
  });
  it("are reached under the identity they used last", async () => {
    const { session } = await stage.enter("reach/u-reach/app-1");
    stage.clock.advance(1);
    await stage.enter("reach-2/u-reach/app-2");
    const latest = { subjectKind: "openid", subject: "reach-2", app: "app-2" };
    expect(await stage.identity.subjectOn(campusId, session.accountId, "weapp")).toEqual(latest);
    expect(await stage.identity.subjectOn(campusId, session.accountId, "alipay")).toBeNull();
    expect(await stage.identity.subjectOn(elsewhere, session.accountId, "weapp")).toBeNull();
  });
  it("keep their place and language", async () => {
    const { session } = await stage.enter("home");
    expect(await stage.identity.profile(session)).toEqual({ placeId: null, language: "zh" });
    const profile = { placeId: "plc_00000000000000000001", language: "en" } as const;
    await stage.identity.setProfile(session, { placeId: null, language: "en" });
    await stage.identity.setProfile(session, profile);
    expect(await stage.identity.profile(session)).toEqual(profile);
  });
});
