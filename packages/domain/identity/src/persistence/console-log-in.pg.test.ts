import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attemptLimit, attemptWindow } from "../domain/index.ts";
import { setConsolePassword } from "../use-cases/index.ts";
import { campusId, chief, elsewhere, type IdentityStage, identityStage, refused } from "./identity-stage.ts";
import { createIdentityStore, createScryptHasher } from "./index.ts";

let stage: IdentityStage;
beforeAll(async () => {
  stage = await identityStage();
});
afterAll(() => stage.drop());

describe("console log-in", () => {
  it("is made once, also by two processes at the same instant", async () => {
    const first = { campusId, campusName: "校园", username: "Chief", password: chief.password };
    const made = await Promise.all(
      Array.from({ length: 6 }, () => stage.identity.ensureConsoleOperator(first)),
    );
    expect(made.filter((m) => m.created)).toHaveLength(1);
    expect(new Set(made.map((m) => m.accountId)).size).toBe(1);
    const again = await stage.identity.ensureConsoleOperator({ ...first, password: "another one" });
    expect(again.created).toBe(false);
    expect((await stage.identity.consoleLogin(chief)).ok).toBe(true);
    await expect(stage.identity.ensureConsoleOperator({ ...first, password: "short" })).rejects.toThrow(
      RangeError,
    );
  });
  it("takes a new password when the first one is lost, and only for a user that exists", async () => {
    const desk = {
      store: createIdentityStore(stage.sql),
      passwords: createScryptHasher(),
      clock: { now: Date.now },
    };
    const lost = { campusId, username: "chief", password: "a new one" };
    expect(await setConsolePassword(desk, { ...lost, username: "nobody" })).toBe(false);
    expect(await setConsolePassword(desk, lost)).toBe(true);
    const fromHere = { ...chief, address: "10.0.0.3" };
    expect(await stage.identity.consoleLogin(fromHere)).toEqual(refused("passwordRefused"));
    expect((await stage.identity.consoleLogin({ ...fromHere, password: lost.password })).ok).toBe(true);
    await setConsolePassword(desk, { ...lost, password: chief.password });
  });
  it("answers an unknown name and a wrong password alike, and notes both without the unknown name", async () => {
    const at = { ...chief, address: "10.0.0.2" };
    const wrong = await stage.identity.consoleLogin({ ...at, password: "wrong" });
    const unknown = await stage.identity.consoleLogin({ ...at, username: "my secret password" });
    const elsewhereToo = await stage.identity.consoleLogin({ ...at, campusId: elsewhere });
    expect(wrong).toEqual(refused("passwordRefused"));
    expect([unknown, elsewhereToo]).toEqual([wrong, wrong]);
    const noted = (await stage.audits("console.loginRefused")).slice(-3).map((a) => a.details.username);
    expect(noted).toEqual(["chief", null, null]);
    const text = await stage.sql<{ text: string }[]>`
      select string_agg(x, '') as text from (
        select a::text as x from audit a union all select l::text from login_attempt l) t`;
    expect(text[0]?.text).not.toContain("my secret password");
  });
  it("stops guessing from one address, also in parallel, and locks nobody else out", async () => {
    const guess = { ...chief, address: "10.0.0.66", password: "guess" };
    const answers = await Promise.all(Array.from({ length: 30 }, () => stage.identity.consoleLogin(guess)));
    const kinds = answers.map((a) => (a.ok ? "ok" : a.error.kind));
    expect(kinds.filter((k) => k === "passwordRefused")).toHaveLength(attemptLimit);
    expect(kinds.filter((k) => k === "tooManyAttempts")).toHaveLength(30 - attemptLimit);
    // Even the right password does not help there; elsewhere, and under another name, nothing is locked.
    expect(await stage.identity.consoleLogin({ ...guess, password: chief.password })).toEqual(
      refused("tooManyAttempts"),
    );
    expect((await stage.identity.consoleLogin({ ...chief, address: "10.0.0.67" })).ok).toBe(true);
    expect(await stage.identity.consoleLogin({ ...guess, username: "second" })).toEqual(
      refused("passwordRefused"),
    );
    stage.clock.advance(attemptWindow);
    expect((await stage.identity.consoleLogin({ ...guess, password: chief.password })).ok).toBe(true);
  });
  it("hashes with a salt and the recommended cost", async () => {
    const hasher = createScryptHasher();
    const stored = await hasher.hash("correct horse");
    expect(stored).toMatch(/^scrypt\$32768\$8\$3\$/);
    expect(await hasher.verify("correct horse", stored)).toBe(true);
    expect(await hasher.verify("correct horsf", stored)).toBe(false);
  });
});
