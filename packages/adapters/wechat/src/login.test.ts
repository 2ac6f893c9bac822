import { json, type Reply, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createWechatLogin } from "./login.ts";
import { noon, testConfig, testDeps } from "./test-config.ts";

const { clock, deps } = testDeps();
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());
beforeEach(() => {
  clock.set(noon);
  host.received.length = 0;
});

describe("log-in", () => {
  const login = () => createWechatLogin(testConfig(host.url), deps);

  it("answers the identity and keeps the session key to itself", async () => {
    host.reply = () => json({ openid: "o-lin", session_key: "very-secret", unionid: "u-lin" });
    const answer = await login().exchange("the code&");
    expect(answer).toEqual({
      ok: true,
      value: {
        platform: "weapp",
        app: "wxtest0000000001",
        subjectKind: "openid",
        subject: "o-lin",
        union: "u-lin",
        name: null,
      },
    });
    const query = new URLSearchParams(host.received[0]?.path.split("?")[1]);
    expect(Object.fromEntries(query)).toEqual({
      appid: "wxtest0000000001",
      secret: "test-secret",
      js_code: "the code&",
      grant_type: "authorization_code",
    });
  });

  it.each([40029, 40163, 40226])("errcode %i refuses the code", async (errcode) => {
    host.reply = () => json({ errcode, errmsg: "code been used, rid: 1" });
    expect(await login().exchange("c")).toEqual({
      ok: false,
      error: { kind: "loginCodeRefused", code: String(errcode) },
    });
  });

  it.each([
    ["busy", json({ errcode: -1 })],
    ["minute limit", json({ errcode: 45011 })],
    ["wrong secret", json({ errcode: 40125, errmsg: "invalid appsecret" })],
    ["no openid", json({ session_key: "x" })],
    ["a page", { body: "<html>" }],
    ["502", json({}, 502)],
    ["cut", "cut"],
  ] as [string, Reply][])("%s: the host is unavailable, and nothing secret is said", async (_name, reply) => {
    host.reply = () => reply;
    const answer = await login().exchange("c");
    expect(answer).toMatchObject({ error: { kind: "hostUnavailable", host: "weapp" } });
    expect(JSON.stringify(answer)).not.toContain("test-secret");
  });
});
