import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Access } from "../rpc/procedures.ts";
import { callOnce, consoleCookie, type Key, outcome, procedures, subscribed } from "./callers.ts";
import { flaws, send } from "./raw-calls.ts";
import { type Stage, setStage } from "./stage.ts";
import { trail } from "./unchanged.ts";

let stage: Stage;
const keys: Record<string, Key> = {};
beforeAll(async () => {
  stage = await setStage();
  const token = async (host: "weapp" | "alipay" | "dd", key: string) => ({
    token: (await stage.as(host, key)).token,
  });
  keys.nobody = {};
  keys.student = await token("weapp", "lin");
  keys.merchant = await token("weapp", "chef-tinglan");
  keys.rider = await token("weapp", "rider-zhou");
  keys.counselor = await token("dd", "counselor-su");
  keys.operator = { cookie: (await consoleCookie(stage)).cookie, origin: stage.url };
  // The same rights on the wrong host: a counselor in WeChat, an operator in WeChat.
  const { session } = await (await stage.as("weapp", "tang")).api.identity.me.query();
  const department = stage.ids.departments.of("computing");
  for (const [role, scopeId, scopeKind] of [
    ["counselor", department, "department"],
    ["operator", stage.ids.campusId, "campus"],
  ]) {
    await stage.sql`insert into role_grant ${stage.sql({
      campusId: session.campusId,
      accountId: session.accountId,
      role,
      scopeId,
      scopeKind,
      scopeName: "x",
      grantedBy: null,
      grantedAt: 1,
    } as never)}`;
  }
  stage.clock.advance(6_000);
  keys.elsewhere = await token("weapp", "tang");
  const roles = (await (await stage.as("weapp", "tang")).api.identity.me.query()).session.roles;
  expect(roles.map((r) => r.role).sort()).toEqual(["counselor", "operator"]);
});
afterAll(() => stage?.close());

const allowed: Record<Access, readonly string[]> = {
  anyone: ["nobody", "student", "merchant", "rider", "counselor", "operator", "elsewhere"],
  signedIn: ["student", "merchant", "rider", "counselor", "operator", "elsewhere"],
  merchant: ["merchant"],
  rider: ["rider"],
  counselor: ["counselor"],
  operator: ["operator"],
};
const people = ["nobody", "student", "merchant", "rider", "counselor", "operator", "elsewhere"];

describe("every procedure", () => {
  it("declares who may call it", () => {
    expect(procedures.length).toBeGreaterThan(50);
    expect(procedures.filter((p) => !p.access || !(p.access in allowed)).map((p) => p.path)).toEqual([]);
  });

  it("is open to everybody only where this list says so", () => {
    expect(
      procedures
        .filter((p) => p.access === "anyone")
        .map((p) => p.path)
        .sort(),
    ).toEqual(["campus.info", "campus.places", "console.join", "console.login", "identity.login"]);
  });

  it.each(procedures)(
    "$path ($access) refuses everybody else before it looks at the input",
    async (procedure) => {
      const open = allowed[procedure.access ?? "anyone"];
      const before = await trail(stage);
      for (const who of people.filter((one) => !open.includes(one))) {
        const code = who === "nobody" ? "SESSION_INVALID" : "NOT_ALLOWED";
        expect([who, await outcome(stage, procedure, keys[who] ?? {}, {})]).toEqual([who, code]);
        if (procedure.type !== "subscription")
          expect(flaws(await callOnce(stage, procedure, keys[who] ?? {}, { nonsense: [1] }), code)).toEqual(
            [],
          );
      }
      expect(await trail(stage)).toEqual(before);
    },
  );

  it.each(procedures.filter((p) => !p.path.endsWith(".logout")))(
    "$path lets in whom it is for",
    async (procedure) => {
      for (const who of allowed[procedure.access ?? "anyone"]) {
        const code = await outcome(stage, procedure, keys[who] ?? {}, {});
        expect([who, code]).not.toEqual([who, "SESSION_INVALID"]);
        expect([who, code]).not.toEqual([who, "NOT_ALLOWED"]);
        expect([who, code]).not.toEqual([who, "INTERNAL"]);
      }
    },
  );
});

describe("a token", () => {
  const me = (token: string) => send(`${stage.url}/trpc/identity.me`, { token });

  it("that was tampered with, cut, or written for another campus is refused", async () => {
    const token = keys.student?.token ?? "";
    expect((await me(token)).status).toBe(200);
    const last = token.at(-1) === "A" ? "B" : "A";
    const otherCampus = token.replace(/cmp_[0-9a-z]{20}|[0-9a-z]{20}/, "z".repeat(20));
    const wrong = [
      `${token.slice(0, -1)}${last}`,
      token.slice(0, -5),
      `${token}x`,
      token.toUpperCase(),
      otherCampus,
      token.replace(stage.ids.campusId, `cmp_${"0".repeat(20)}`),
      "null",
      "undefined",
      "a.b.c",
      "'or'1'='1",
      "x".repeat(4000),
    ].filter((text) => text !== token);
    expect(wrong.length).toBeGreaterThanOrEqual(9);
    for (const text of wrong) expect([text, ...flaws(await me(text), "SESSION_INVALID")]).toEqual([text]);
  });

  it("ends with the log-out, at once", async () => {
    const person = await stage.as("weapp", "qi");
    await person.api.identity.logout.mutate();
    expect(flaws(await me(person.token), "SESSION_INVALID")).toEqual([]);
  });

  it("is not stored: the database holds only its hash", async () => {
    const secret = (keys.student?.token ?? "").split(".").at(-1) ?? "";
    expect(secret.length).toBeGreaterThan(20);
    const rows = await stage.sql`select 1 from session s where s::text like ${`%${secret}%`}`;
    expect(rows.count).toBe(0);
  });
});

describe("the console's cookie", () => {
  it("is httpOnly and SameSite=Strict, and the answer's body holds no token", async () => {
    const { setCookie, body, cookie } = await consoleCookie(stage);
    expect(setCookie).toMatch(/^sanqi_console=[^;]{20,}; .*Path=\/; HttpOnly; SameSite=Strict/);
    expect(setCookie).toMatch(/Max-Age=\d+/);
    expect(body).not.toContain(cookie.split("=")[1]);
    expect(body).not.toContain("token");
  });

  it("does not open a socket for a page of another origin, nor for none", async () => {
    const cookie = keys.operator?.cookie;
    const watch = (origin?: string) =>
      subscribed(stage, "console.watchOrders", { cookie, origin }, undefined);
    expect(await watch(stage.url)).toBe("ok");
    expect(await watch("https://evil.example")).toBe("SESSION_INVALID");
    expect(await watch("null")).toBe("SESSION_INVALID");
    expect(await watch(`${stage.url}.evil.example`)).toBe("SESSION_INVALID");
    expect(await watch()).toBe("SESSION_INVALID");
  });

  it("is never asked for across origins: no answer allows credentials", async () => {
    const answer = await send(`${stage.url}/trpc/console.me`, {
      cookie: keys.operator?.cookie,
      headers: { origin: "https://evil.example" },
    });
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    expect(answer.headers.get("access-control-allow-origin")).not.toBe("https://evil.example");
  });

  it("ends with the log-out, and a wrong password gives none", async () => {
    const { cookie } = await consoleCookie(stage);
    const out = await send(`${stage.url}/trpc/console.logout`, { method: "POST", cookie, body: {} });
    expect(out.headers.get("set-cookie")).toMatch(/Max-Age=0/);
    expect(flaws(await send(`${stage.url}/trpc/console.me`, { cookie }), "SESSION_INVALID")).toEqual([]);
    const { campusId } = stage.ids;
    const wrong = await send(`${stage.url}/trpc/console.login`, {
      body: { campusId, username: stage.config.consoleUser, password: "letmein" },
    });
    expect(flaws(wrong, "PASSWORD_REFUSED")).toEqual([]);
    expect(wrong.headers.get("set-cookie")).toBeNull();
  });

  it("is guarded against guessing: after some tries even the right password waits", async () => {
    const { campusId } = stage.ids;
    const login = (password: string) =>
      send(`${stage.url}/trpc/console.login`, {
        body: { campusId, username: stage.config.consoleUser, password },
      });
    let last = await login("guess-0");
    for (let n = 1; n < 20 && last.error?.code === "PASSWORD_REFUSED"; n++) last = await login(`guess-${n}`);
    expect(flaws(last, "TOO_MANY_ATTEMPTS")).toEqual([]);
    expect(flaws(await login(stage.product.consolePassword ?? ""), "TOO_MANY_ATTEMPTS")).toEqual([]);
  });
});
