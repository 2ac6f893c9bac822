import { json, type Reply, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDingtalkLogin } from "./login.ts";
import { playDingtalk, testConfig, testDeps, wrapped } from "./test-config.ts";

const { deps } = testDeps();
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());
const login = () => createDingtalkLogin(testConfig(host.url), deps);

describe("log-in", () => {
  it("answers the member of the corporation", async () => {
    playDingtalk(host, () =>
      json({
        errcode: 0,
        errmsg: "ok",
        result: { userid: "u-lin", unionid: "union-lin", name: "林小满", sys: false },
      }),
    );
    expect(await login().exchange("the-code")).toEqual({
      ok: true,
      value: {
        platform: "dd",
        app: "dingtestcorp0001",
        subjectKind: "userid",
        subject: "u-lin",
        union: "union-lin",
        name: "林小满",
      },
    });
    const sent = host.received.at(-1);
    expect(sent?.path).toBe("/oapi/topapi/v2/user/getuserinfo?access_token=new%201");
    expect(JSON.parse(sent?.body ?? "")).toEqual({ code: "the-code" });
  });

  it("says that the code was refused", async () => {
    playDingtalk(host, () => json({ errcode: 40078, errmsg: "不存在的临时授权码" }));
    expect(await login().exchange("c")).toEqual({
      ok: false,
      error: { kind: "loginCodeRefused", code: "40078" },
    });
  });

  it.each([
    ["no permission", wrapped("60011")],
    ["busy", json({ errcode: -1 })],
    ["ban", json({ status: 1111, punish: "deny" })],
    ["no userid", json({ errcode: 0, result: {} })],
    ["cut", "cut"],
  ] as [string, Reply][])("%s: the host is unavailable", async (_name, reply) => {
    playDingtalk(host, () => reply);
    expect(await login().exchange("c")).toMatchObject({ error: { kind: "hostUnavailable", host: "dd" } });
  });
});
