import { createIds, day, hour, toId } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressKey,
  attemptLimit,
  attemptWindow,
  canonicalUsername,
  countAttempt,
  invitationCode,
  mayGrant,
  nickname,
  type RoleGrant,
  readToken,
  recognise,
  redeem,
  roles,
  type Session,
  scopeFits,
  sessionLife,
  toldName,
  typedCode,
  writeToken,
} from "./index.ts";

const campusId = toId("campus", "cmp_00000000000000000001");
const ids = createIds(
  () => 1_763_800_000_000,
  (bytes) => crypto.getRandomValues(bytes),
);
const [me, other] = [ids.next("account"), ids.next("account")];

describe("who is it", () => {
  it("follows the subject first, the union second, and never joins two accounts", () => {
    expect(recognise(null, { bySubject: null, byUnion: null })).toEqual({ kind: "new" });
    expect(recognise("u", { bySubject: null, byUnion: null })).toEqual({ kind: "new" });
    expect(recognise("u", { bySubject: null, byUnion: me })).toEqual({ kind: "knownByUnion", accountId: me });
    const known = { kind: "known", accountId: me };
    expect(recognise(null, { bySubject: { accountId: me, union: "u" }, byUnion: null })).toEqual({
      ...known,
      learnUnion: false,
      sharedWith: null,
    });
    expect(recognise("u", { bySubject: { accountId: me, union: null }, byUnion: null })).toEqual({
      ...known,
      learnUnion: true,
      sharedWith: null,
    });
    expect(recognise("u", { bySubject: { accountId: me, union: null }, byUnion: other })).toEqual({
      ...known,
      learnUnion: true,
      sharedWith: other,
    });
  });
  it("gives a friendly name that stays and tells nothing", () => {
    expect(nickname(me)).toBe(nickname(me));
    expect(nickname(me)).toMatch(/^同学 [0-9A-HJKMNP-TV-Z]{4}$/);
    const many = new Set(Array.from({ length: 500 }, () => nickname(ids.next("account"))));
    expect(many.size).toBeGreaterThan(490);
    expect(toldName(" 周老师\n\u202e ")).toBe("周老师");
    expect(toldName(" \t")).toBeNull();
    expect(toldName(null)).toBeNull();
  });
});

describe("tokens", () => {
  const token = { campusId, sessionId: ids.next("session"), secret: "A".repeat(43) };
  it("are read as they were written", () => expect(readToken(writeToken(token))).toEqual(token));
  it("of any other form are none", () => {
    const text = writeToken(token);
    for (const bad of [
      "",
      `${text}.x`,
      text.replace("v1", "v2"),
      text.slice(0, -1),
      `${text}A`,
      text.replace("ses_", "acc_"),
      " ",
    ])
      expect(readToken(bad)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (noise) => {
        expect(readToken(noise)).toBeNull();
      }),
    );
  });
  it("live 12 hours in the console and 30 days on a phone", () => {
    expect(sessionLife("console")).toBe(12 * hour);
    expect(sessionLife("dd")).toBe(30 * day);
  });
});

describe("roles", () => {
  const kinds = ["campus", "shop", "department"] as const;
  it("fit exactly one kind of scope, named and on this campus", () => {
    const fitting = roles.flatMap((role) =>
      kinds.filter((scopeKind) =>
        scopeFits(campusId, {
          role,
          scopeKind,
          scopeId: scopeKind === "campus" ? campusId : "x",
          scopeName: "n",
        }),
      ),
    );
    expect(fitting).toEqual(["shop", "campus", "department", "campus"]);
    const grant: RoleGrant = { role: "rider", scopeKind: "campus", scopeId: campusId, scopeName: "n" };
    expect(scopeFits(campusId, { ...grant, scopeName: " " })).toBe(false);
    expect(scopeFits(campusId, { ...grant, scopeId: "cmp_00000000000000000002" })).toBe(false);
  });
  it("are granted by operators in the console only", () => {
    const grants: RoleGrant[] = [
      { role: "operator", scopeKind: "campus", scopeId: campusId, scopeName: "n" },
    ];
    const by = { campusId, host: "console" } as Session;
    expect(mayGrant(by, grants)).toBe(true);
    expect(mayGrant({ ...by, host: "weapp" }, grants)).toBe(false);
    expect(mayGrant(by, [])).toBe(false);
  });
});

describe("invitations", () => {
  it("carry a code that survives being read aloud", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = invitationCode(bytes);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
        const misread = code.toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
        expect(typedCode(misread)).toBe(code);
      }),
    );
  });
  it("work once and not after their day", () => {
    const grant: RoleGrant = { role: "merchant", scopeKind: "shop", scopeId: "s", scopeName: "n" };
    const open = {
      ...grant,
      campusId,
      invitationId: ids.next("invitation"),
      displayName: null,
      invitedBy: me,
      createdAt: 0,
      expiresAt: 10,
      redeemedAt: null,
    };
    expect(redeem(open, 9, "phone")).toEqual({ ok: true, value: grant });
    for (const bad of [
      redeem(open, 10, "phone"),
      redeem({ ...open, redeemedAt: 5 }, 6, "phone"),
      redeem(null, 0, "phone"),
      redeem(open, 9, "console"),
      redeem({ ...open, role: "operator" }, 9, "phone"),
    ])
      expect(bad).toEqual({ ok: false, error: { kind: "invitationInvalid" } });
  });
});

describe("console attempts", () => {
  it("are refused after the limit until the window ends", () => {
    let attempts = null;
    for (let n = 0; n < attemptLimit; n++) {
      const counted = countAttempt(attempts, 1000 + n);
      expect(counted.ok).toBe(true);
      attempts = counted.ok ? counted.value : null;
    }
    expect(countAttempt(attempts, 2000)).toEqual({
      ok: false,
      error: { kind: "tooManyAttempts", retryAt: 1000 + attemptWindow },
    });
    expect(countAttempt(attempts, 1000 + attemptWindow)).toEqual({
      ok: true,
      value: { count: 1, sinceAt: 1000 + attemptWindow },
    });
  });
  it("count an IPv6 subscriber as one address", () => {
    expect(addressKey("::ffff:10.0.0.7")).toBe("10.0.0.7");
    expect(addressKey("2001:db8:0:7::1")).toBe(addressKey("2001:DB8:0000:7:ffff:1:2:3"));
    expect(addressKey("2001:db8:0:7::1")).not.toBe(addressKey("2001:db8:0:8::1"));
    expect(addressKey("::1")).toBe("0:0:0:0::/64");
    expect(addressKey("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
    expect(addressKey("unknown")).toBe("unknown");
  });
  it("compare user names without case and width", () => expect(canonicalUsername(" ＡDmin ")).toBe("admin"));
});
