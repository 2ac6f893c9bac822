import { day } from "@sanqi/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attemptLimit, attemptWindow } from "../domain/index.ts";
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

const scope = {
  role: "operator",
  scopeKind: "campus",
  scopeId: campusId,
  scopeName: "校园",
  traceId: "i",
} as const;
const password = "ten signs!";
let people = 0;

/** Somebody with a user name and an address that nobody had before. */
const somebody = (code: string) => {
  people++;
  const address = `10.1.${people >> 8}.${people & 255}`;
  return { campusId, code, username: `op-${people}`, password, address, traceId: "j" };
};
const invited = async (displayName?: string) => {
  const by = await stage.operator();
  return granted(await stage.identity.invite(by, { ...scope, ...(displayName && { displayName }) })).code;
};
const count = async (table: "account" | "consoleCredential" | "roleGrant") =>
  (await stage.sql<{ n: number }[]>`select count(*)::int as n from ${stage.sql(table)}`)[0]?.n;
const everything = () => Promise.all([count("account"), count("consoleCredential"), count("roleGrant")]);

describe("joining the console", () => {
  it("makes an operator with a log-in, and notes who, from which invitation", async () => {
    const me = { ...somebody((await invited(" 钱\n老师 ")).toLowerCase()), username: " Qian " };
    const { token, session } = granted(await stage.identity.joinConsole(me));
    const { traceId: _, ...grant } = scope;
    expect(session).toMatchObject({ campusId, host: "console", displayName: "钱 老师", roles: [grant] });
    expect(granted(await stage.identity.session(token))).toEqual(session);
    const again = granted(await stage.identity.consoleLogin({ ...me, username: "QIAN" })).session;
    expect(again).toMatchObject({ accountId: session.accountId, displayName: "钱 老师", roles: [grant] });
    granted(await stage.identity.invite(session, shop));
    for (const action of ["console.operatorMade", "invitation.redeemed"])
      expect((await stage.audits(action)).at(-1)).toMatchObject({
        actorId: session.accountId,
        traceId: "j",
      });
    const [row] = await stage.sql<{ by: string; granted: string }[]>`
      select i.redeemed_by as by, r.granted_by as granted from invitation i
      join role_grant r on r.account_id = i.redeemed_by and r.granted_by = i.invited_by`;
    expect(row?.by).toBe(session.accountId);
    const [stored] = await stage.sql<{ text: string }[]>`
      select string_agg(x, '') as text from (
        select a::text as x from audit a union all select c::text from console_credential c) t`;
    expect(stored?.text).not.toContain(password);
  });
  it("names the person after the user name where the invitation tells no other", async () => {
    const me = somebody(await invited());
    expect(granted(await stage.identity.joinConsole(me)).session.displayName).toBe(me.username);
  });
  it("refuses codes that are used, expired, unknown, of another campus or of another role", async () => {
    const by = await stage.operator();
    const used = await invited();
    granted(await stage.identity.joinConsole(somebody(used)));
    const merchants = granted(await stage.identity.invite(by, shop)).code;
    const open = await invited();
    const late = await invited();
    const before = await everything();
    const tries = async (request: ReturnType<typeof somebody>) =>
      expect(await stage.identity.joinConsole(request)).toEqual(refused("invitationInvalid"));
    await tries(somebody(used));
    await tries(somebody("0000000000"));
    await tries(somebody("no code at all"));
    await tries(somebody(merchants));
    await tries({ ...somebody(open), campusId: elsewhere });
    stage.clock.advance(7 * day);
    await tries(somebody(late));
    expect(await everything()).toEqual(before);
    const noted = (await stage.audits("invitation.refused")).slice(-6).map((a) => a.details.reason);
    expect(noted).toEqual(Array(6).fill("invitationInvalid"));
  });
  it("leaves a merchant's code to the phone, and an operator's to the console", async () => {
    const code = await invited();
    const { session } = await stage.enter("hopeful");
    expect(await stage.redeem(session, code)).toEqual(refused("invitationInvalid"));
    expect((await stage.audits("invitation.refused")).at(-1)).toMatchObject({ actorId: session.accountId });
    expect((await stage.enter("hopeful")).session.roles).toEqual([]);
    granted(await stage.identity.joinConsole(somebody(code)));

    const merchants = granted(await stage.identity.invite(await stage.operator(), shop)).code;
    expect(await stage.identity.joinConsole(somebody(merchants))).toEqual(refused("invitationInvalid"));
    granted(await stage.redeem(session, merchants));
  });
  it("refuses weak passwords without counting them", async () => {
    const me = somebody(await invited());
    const weak = ["", "nine sign", "😀😀😀😀😀😀"];
    for (const bad of [...weak, ...weak])
      expect(await stage.identity.joinConsole({ ...me, password: bad })).toEqual(refused("passwordWeak"));
    const named = { ...me, username: "long.user.name", password: " Long.User.Name" };
    expect(await stage.identity.joinConsole(named)).toEqual(refused("passwordWeak"));
    granted(await stage.identity.joinConsole(me));
  });
  it("refuses a taken name in any spelling; the invitation stays open and the other log-in as it was", async () => {
    await stage.operator();
    const me = somebody(await invited());
    const before = await everything();
    for (const username of ["chief", " CHIEF", "ｃｈｉｅｆ"])
      expect(await stage.identity.joinConsole({ ...me, username })).toEqual(refused("usernameTaken"));
    expect(await everything()).toEqual(before);
    granted(await stage.identity.consoleLogin({ ...chief, address: me.address }));
    granted(await stage.identity.joinConsole(me));
  });
  it("wants a known campus and some name", async () => {
    const me = somebody("0000000000");
    const unknown = stage.ids.next("campus");
    expect(await stage.identity.joinConsole({ ...me, campusId: unknown })).toEqual(refused("campusNotFound"));
    await expect(stage.identity.joinConsole({ ...me, username: " " })).rejects.toThrow(RangeError);
  });
});

describe("joining at the same instant", () => {
  it("lets one of many in with one code, each with a name of its own", async () => {
    const code = await invited();
    const before = (await everything()).map(Number);
    const crowd = Array.from({ length: 8 }, () => somebody(code));
    const far = stage.anotherProcess();
    const answers = await Promise.all(crowd.map((me, n) => (n % 2 ? far : stage.identity).joinConsole(me)));
    expect(answers.filter((a) => a.ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer).toEqual(refused("invitationInvalid"));
    expect(await everything()).toEqual(before.map((n) => n + 1));
  });
  it("gives one name to one of many with codes of their own; the others join under another", async () => {
    const codes = await Promise.all(Array.from({ length: 6 }, () => invited()));
    const crowd = codes.map((code) => somebody(code));
    const far = stage.anotherProcess();
    const answers = await Promise.all(
      crowd.map((me, n) =>
        (n % 2 ? far : stage.identity).joinConsole({ ...me, username: n % 3 ? "Same" : "same" }),
      ),
    );
    expect(answers.filter((a) => a.ok)).toHaveLength(1);
    const losers = crowd.filter((_, n) => !answers[n]?.ok);
    for (const answer of answers) if (!answer.ok) expect(answer).toEqual(refused("usernameTaken"));
    for (const me of losers) granted(await stage.identity.joinConsole(me));
  });
});

describe("guessing codes", () => {
  it("stops per address, whatever the name, also in parallel, and locks nobody else out", async () => {
    const code = await invited();
    const { address } = somebody("");
    const guesses = Array.from({ length: 30 }, () => ({ ...somebody("GVESS00000"), address }));
    const answers = await Promise.all(guesses.map((guess) => stage.identity.joinConsole(guess)));
    const kinds = answers.map((a) => (a.ok ? "ok" : a.error.kind));
    expect(kinds.filter((k) => k === "invitationInvalid")).toHaveLength(attemptLimit);
    expect(kinds.filter((k) => k === "tooManyAttempts")).toHaveLength(30 - attemptLimit);
    // Even the right code does not help there; the log-in there and joining elsewhere are not locked.
    const me = { ...somebody(code), address };
    expect(await stage.identity.joinConsole(me)).toEqual(refused("tooManyAttempts"));
    granted(await stage.identity.consoleLogin({ ...chief, address }));
    granted(await stage.identity.joinConsole(somebody(await invited())));
    stage.clock.advance(attemptWindow);
    granted(await stage.identity.joinConsole(me));
  });
  it("begins anew after a success", async () => {
    const { address } = somebody("");
    for (let round = 0; round < 2; round++) {
      for (let n = 1; n < attemptLimit; n++)
        expect(await stage.identity.joinConsole({ ...somebody("GVESS00000"), address })).toEqual(
          refused("invitationInvalid"),
        );
      granted(await stage.identity.joinConsole({ ...somebody(await invited()), address }));
    }
  });
});
