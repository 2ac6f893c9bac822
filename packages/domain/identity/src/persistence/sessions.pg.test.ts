import { day, hour, minute } from "@sanqi/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  campusId,
  chief,
  elsewhere,
  granted,
  type IdentityStage,
  identityStage,
  refused,
} from "./identity-stage.ts";

let stage: IdentityStage;
beforeAll(async () => {
  stage = await identityStage();
});
afterAll(() => stage.drop());

describe("sessions", () => {
  it("answer to their own token only", async () => {
    const { token, session } = await stage.enter("sun");
    expect(granted(await stage.identity.session(token))).toEqual(session);
    const [, , , secret = ""] = token.split(".");
    const flipped = secret.startsWith("A") ? `B${secret.slice(1)}` : `A${secret.slice(1)}`;
    const last = secret.endsWith("A") ? `${secret.slice(0, -1)}B` : `${secret.slice(0, -1)}A`;
    const someoneElse = await stage.enter("sun-2");
    for (const bad of [
      token.replace(secret, flipped),
      token.replace(secret, last),
      token.replace(campusId, elsewhere),
      token.replace(session.sessionId, someoneElse.session.sessionId),
      token.replace(session.sessionId, stage.ids.next("session")),
      "",
      "v1",
    ])
      for (const at of [stage.identity, stage.anotherProcess()])
        expect(await at.session(bad)).toEqual(refused("sessionInvalid"));
  });
  it("never store the secret", async () => {
    const { token } = await stage.enter("sun");
    const [row] = await stage.sql<{ text: string }[]>`select string_agg(s::text, '') as text from session s`;
    expect(row?.text).not.toContain(token.split(".")[3]);
  });
  it("expire, on a phone and in the console", async () => {
    const phone = await stage.enter("exp");
    await stage.operator();
    const desk = granted(await stage.identity.consoleLogin(chief));
    expect(desk.session.expiresAt).toBe(stage.clock.now() + 12 * hour);
    await stage.identity.session(desk.token);
    stage.clock.advance(12 * hour);
    expect(await stage.identity.session(desk.token)).toEqual(refused("sessionInvalid"));
    expect((await stage.identity.session(phone.token)).ok).toBe(true);
    stage.clock.advance(30 * day);
    expect(await stage.identity.session(phone.token)).toEqual(refused("sessionInvalid"));
    const { token: alive } = await stage.enter("exp");
    stage.clock.advance(hour);
    expect(await stage.identity.forgetExpired()).toBeGreaterThan(1);
    expect(await stage.identity.forgetExpired()).toBe(0);
    expect((await stage.anotherProcess().session(alive)).ok).toBe(true);
  });
  it("end at once here and within seconds in another process", async () => {
    const far = stage.anotherProcess();
    const { token, session } = await stage.enter("out");
    granted(await far.session(token));
    granted(await stage.identity.session(token));
    await stage.identity.logout(session);
    await stage.identity.logout(session);
    expect(await stage.identity.session(token)).toEqual(refused("sessionInvalid"));
    stage.clock.advance(5_000);
    expect(await far.session(token)).toEqual(refused("sessionInvalid"));
  });
  it("note when they were last seen, at most every five minutes", async () => {
    const { token, session } = await stage.enter("seen");
    const start = stage.clock.now();
    const seenAt = async () =>
      (
        await stage.sql<{ at: number }[]>`
        select last_seen_at as at from session where session_id = ${session.sessionId}`
      )[0]?.at;
    stage.clock.advance(4 * minute);
    await stage.identity.session(token);
    expect(await seenAt()).toBe(start);
    stage.clock.advance(2 * minute);
    await stage.identity.session(token);
    expect(await seenAt()).toBe(start + 6 * minute);
  });
});
