import { day } from "@sanqi/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  campusId,
  chief,
  elsewhere,
  granted,
  type IdentityStage,
  identityStage,
  refused,
  shop,
} from "./identity-stage.ts";

let stage: IdentityStage;
beforeAll(async () => {
  stage = await identityStage();
});
afterAll(() => stage.drop());

describe("invitations", () => {
  it("make staff: the role is there at the next call", async () => {
    const by = await stage.operator();
    const { code, expiresAt } = granted(await stage.identity.invite(by, shop));
    expect(expiresAt).toBe(stage.clock.now() + 7 * day);
    const { token, session } = await stage.enter("cook");
    granted(await stage.identity.session(token));
    const account = granted(
      await stage.identity.redeemInvitation(session, { code: code.toLowerCase(), traceId: "r" }),
    );
    const { traceId: _, ...grant } = shop;
    expect(account.roles).toEqual([grant]);
    expect(granted(await stage.identity.session(token)).roles).toEqual([grant]);
    expect(await stage.identity.accountsWithRole(campusId, "merchant", shop.scopeId)).toEqual([
      account.accountId,
    ]);
    expect((await stage.audits("invitation.redeemed")).at(-1)).toMatchObject({
      actorId: account.accountId,
      traceId: "r",
    });
    const stored = await stage.sql<
      { text: string }[]
    >`select string_agg(i::text, '') as text from invitation i`;
    expect(stored[0]?.text).not.toContain(code);
  });
  it("may say what the person is called from then on", async () => {
    const by = await stage.operator();
    const { token, session } = await stage.enter("cook-zhou");
    granted(await stage.identity.session(token));
    const named = granted(await stage.identity.invite(by, { ...shop, displayName: " 周\n师傅 " }));
    granted(await stage.redeem(session, named.code));
    expect(granted(await stage.identity.session(token)).displayName).toBe("周 师傅");
    const unnamed = granted(
      await stage.identity.invite(by, { ...shop, scopeId: "shp_00000000000000000003" }),
    );
    expect(granted(await stage.redeem(session, unnamed.code)).displayName).toBe("周 师傅");
  });
  it("are refused when used, expired, unknown or of another campus, and each refusal is noted", async () => {
    const by = await stage.operator();
    const { session } = await stage.enter("guest");
    const foreign = await stage.enter("guest", "weapp", elsewhere);
    const tries = async (who: typeof session, code: string) =>
      expect(await stage.redeem(who, code)).toEqual(refused("invitationInvalid"));
    const before = (await stage.audits("invitation.refused")).length;
    const open = granted(await stage.identity.invite(by, shop));
    await tries(foreign.session, open.code);
    granted(await stage.redeem(session, open.code));
    await tries(session, open.code);
    await tries(session, "0000000000");
    const late = granted(await stage.identity.invite(by, shop));
    stage.clock.advance(7 * day);
    await tries(session, late.code);
    expect((await stage.audits("invitation.refused")).length).toBe(before + 4);
  });
  it("let exactly one of many in who type the code at once", async () => {
    const by = await stage.operator();
    const { code } = granted(
      await stage.identity.invite(by, { ...shop, scopeId: "shp_00000000000000000002" }),
    );
    const people = await Promise.all(Array.from({ length: 10 }, (_, n) => stage.enter(`crowd-${n}`)));
    const answers = await Promise.all(people.map((p) => stage.redeem(p.session, code)));
    expect(answers.filter((a) => a.ok)).toHaveLength(1);
    expect(
      await stage.identity.accountsWithRole(campusId, "merchant", "shp_00000000000000000002"),
    ).toHaveLength(1);
  });
  it("are made by operators in the console, for scopes that fit and exist", async () => {
    const by = await stage.operator();
    const { session } = await stage.enter("nobody");
    const campus = { scopeKind: "campus", scopeId: campusId, scopeName: "校园", traceId: "i" } as const;
    for (const [who, scope] of [
      [session, shop],
      [{ ...session, host: "console" }, shop],
      [{ ...by, host: "weapp" }, shop],
      [by, { ...shop, scopeName: "" }],
      [by, { ...shop, role: "counselor" }],
      [by, { ...shop, role: "rider" }],
      [by, { ...campus, role: "merchant" }],
      [by, { ...campus, role: "rider", scopeId: elsewhere }],
    ] as const)
      expect(await stage.identity.invite(who, scope)).toEqual(refused("notAllowed"));
    granted(await stage.identity.invite(by, { ...campus, role: "rider" }));
    granted(await stage.identity.invite(by, { ...campus, role: "operator" }));
  });
});

describe("revoking", () => {
  it("takes the role at once and within seconds in another process, and is noted", async () => {
    const far = stage.anotherProcess();
    const by = await stage.operator();
    const { code } = granted(await stage.identity.invite(by, shop));
    const { token, session } = await stage.enter("fired");
    granted(await stage.redeem(session, code));
    expect(granted(await far.session(token)).roles).toHaveLength(1);
    const request = {
      accountId: session.accountId,
      role: "merchant",
      scopeId: shop.scopeId,
      traceId: "gone",
    } as const;
    expect(await stage.identity.revokeRole(session, request)).toEqual(refused("notAllowed"));
    expect(granted(await stage.identity.revokeRole(by, request)).roles).toEqual([]);
    expect(granted(await stage.identity.revokeRole(by, request)).roles).toEqual([]);
    expect(granted(await stage.identity.session(token)).roles).toEqual([]);
    stage.clock.advance(5_000);
    expect(granted(await far.session(token)).roles).toEqual([]);
    expect((await stage.audits("role.revoked")).filter((a) => a.traceId === "gone")).toEqual([
      expect.objectContaining({ actorId: by.accountId }),
    ]);
  });
  it("never leaves a campus without an operator", async () => {
    const one = await stage.operator();
    const two = await stage.operator("deputy");
    const take = (by: typeof one, from: typeof one) =>
      stage.identity.revokeRole(by, {
        accountId: from.accountId,
        role: "operator",
        scopeId: campusId,
        traceId: "duel",
      });
    expect(await take(one, one)).toEqual(refused("notAllowed"));
    const open = {
      one: granted(await stage.identity.invite(one, shop)),
      two: granted(await stage.identity.invite(two, shop)),
    };
    const duel = await Promise.all([take(one, two), take(two, one)]);
    expect(duel.filter((a) => a.ok)).toHaveLength(1);
    const oneWon = duel[0]?.ok === true;
    const left = await stage.identity.accountsWithRole(campusId, "operator", campusId);
    expect(left).toEqual([oneWon ? one.accountId : two.accountId]);
    // The loser can neither come in nor invite, and the open invitations end.
    const loser = oneWon ? "deputy" : "chief";
    expect(await stage.identity.consoleLogin({ ...chief, username: loser })).toEqual(
      refused("passwordRefused"),
    );
    expect(await stage.identity.invite(oneWon ? two : one, shop)).toEqual(refused("notAllowed"));
    const { session } = await stage.enter("late");
    const redeemed = async (code: string) => (await stage.redeem(session, code)).ok;
    expect([await redeemed(open.one.code), await redeemed(open.two.code)]).toEqual([oneWon, !oneWon]);
    await stage.sql`delete from console_credential`;
  });
});
