import { createRequire } from "node:module";
import { ok } from "@sanqi/kernel";
import { json, type Reply, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDingtalkClient } from "./client.ts";
import { noon, playDingtalk, testConfig, testDeps, wrapped } from "./test-config.ts";
import { createTokenSource } from "./token.ts";

// The official client is CommonJS whose types are not found by its subpath; this is all of it that is used.
const require = createRequire(import.meta.url);
const { Config }: { Config: new (options: object) => object } = require("@alicloud/openapi-client");
const OAuth: {
  default: new (config: object) => { getAccessToken(request: object): Promise<unknown> };
  GetAccessTokenRequest: new (fields: object) => object;
} = require("@alicloud/dingtalk/oauth2_1_0.js");

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
const client = (timeoutMs?: number) => createDingtalkClient(testConfig(host.url, timeoutMs), deps);
const done = json({ errcode: 0, errmsg: "ok", result: {} });

describe("the old family's answers", () => {
  const outcomeOf = async (reply: Reply) => {
    playDingtalk(host, () => reply);
    const answer = await client().oapi("/topapi/x", {});
    if (answer.ok) return "ok";
    return answer.error.kind === "refused" ? answer.error.code : answer.error.kind;
  };

  it.each([
    ["errcode 0", done, "ok"],
    ["plain errcode", json({ errcode: 60121, errmsg: "x" }), "60121"],
    ["permission inside 88", wrapped("60011"), "60011"],
    ["permission plain", json({ errcode: 60011, errmsg: "x" }), "60011"],
    ["88 without sub_code", json({ errcode: 88, errmsg: "x" }), "88"],
    ["unknown path", json({ errcode: 22, errmsg: "x" }), "22"],
    ["busy", json({ errcode: -1, errmsg: "x" }), "busy"],
    ["throttled", json({ errcode: 90002, errmsg: "x" }), "busy"],
    ["ban without errcode", json({ status: 1111, wait: 5, punish: "deny", uuid: "u" }), "busy"],
    ["ban page", { body: "<html>banned</html>" }, "busy"],
    ["no errcode", json({ result: {} }), "unknown"],
    ["errcode as text", json({ errcode: "0" }), "unknown"],
    ["not JSON", { body: "ok" }, "unknown"],
    ["502 page", { status: 502, body: "<html>" }, "unknown"],
    ["cut", "cut", "unknown"],
    ["too large", { body: "x".repeat(1024 * 1024 + 1) }, "unknown"],
  ] as [string, Reply, string][])("%s", async (_name, reply, outcome) => {
    expect(await outcomeOf(reply)).toBe(outcome);
  });

  it("are not waited for longer than the limit, and are none without a connection", async () => {
    playDingtalk(host, () => "silence");
    // The token must be there first, else its own time limit is what is seen.
    const hasty = client(300);
    expect(await hasty.oapi("/topapi/x", {})).toMatchObject({ error: { kind: "unknown" } });
    const gone = await startTestHost();
    await gone.close();
    const alone = createDingtalkClient(testConfig(gone.url), deps);
    expect(await alone.oapi("/topapi/x", {})).toMatchObject({ error: { kind: "unsent" } });
  });
});

describe("the access token", () => {
  it("is fetched once for all and renewed five minutes before its end", async () => {
    const state = playDingtalk(host, () => done);
    const shared = client();
    await Promise.all(Array.from({ length: 10 }, () => shared.oapi("/topapi/x", {})));
    expect(state.fetched).toEqual(["new"]);
    clock.advance(6_899_000);
    await shared.oapi("/topapi/x", {});
    expect(state.fetched).toHaveLength(1);
    clock.advance(1_000);
    await shared.oapi("/topapi/x", {});
    expect(state.fetched).toHaveLength(2);
  });

  it("is replaced once when it is refused, and the call repeated once", async () => {
    const state = playDingtalk(host, (_request, token) => {
      if (token !== "new 1") return done;
      state.token = 2;
      return wrapped("40014");
    });
    expect(await client().oapi("/topapi/x", {})).toMatchObject({ ok: true });
    expect(state.fetched).toEqual(["new", "new"]);
  });

  it("comes from the old family where that takes no other", async () => {
    const state = playDingtalk(host, (_request, token) => (token === "old 1" ? done : wrapped("40014")));
    const shared = client();
    expect(await shared.oapi("/topapi/x", {})).toMatchObject({ ok: true });
    expect(await shared.oapi("/topapi/x", {})).toMatchObject({ ok: true });
    expect(state.fetched).toEqual(["new", "new", "old"]);
  });

  it("is not replaced for ever", async () => {
    playDingtalk(host, () => wrapped("40014"));
    expect(await client().oapi("/topapi/x", {})).toMatchObject({ error: { kind: "refused", code: "40014" } });
    expect(host.received.filter(({ path }) => path.includes("/topapi/"))).toHaveLength(3);
  });

  it.each([
    ["wrong secret", json({ code: "invalidClientIdOrSecret", message: "x", requestid: "r" }, 400)],
    ["throttled", json({ code: "Forbidden.AccessDenied.QpsLimitForApi", message: "x" }, 403)],
    ["path fault with HTTP 200", json({ errcode: 404, errmsg: "x" })],
    ["no token in it", json({ expireIn: 7200 })],
    ["error without code", json({}, 500)],
    ["ban", json({ status: 1111, punish: "deny" })],
  ] as [string, Reply][])("that is not to be had means nothing was sent: %s", async (_name, reply) => {
    host.reply = () => reply;
    const answer = await client().oapi("/topapi/x", {});
    expect(answer).toMatchObject({ error: { kind: "unsent" } });
    expect(JSON.stringify(answer)).not.toContain("test-secret");
  });

  it("is not fetched again for a refusal that comes late", async () => {
    let fetched = 0;
    const source = createTokenSource<never>(
      async () => ok({ token: `t${++fetched}`, expiresInSeconds: 7200 }),
      clock,
    );
    expect(await source.current()).toEqual(ok("t1"));
    expect(await source.replace("t1")).toEqual(ok("t2"));
    expect(await source.replace("t1")).toEqual(ok("t2"));
    expect(await source.current()).toEqual(ok("t2"));
    expect(fetched).toBe(2);
  });

  it("of a short life is used for half of it", async () => {
    let fetched = 0;
    const source = createTokenSource<never>(
      async () => ok({ token: `t${++fetched}`, expiresInSeconds: 100 }),
      clock,
    );
    await source.current();
    clock.advance(49_999);
    expect(await source.current()).toEqual(ok("t1"));
    clock.advance(1);
    expect(await source.current()).toEqual(ok("t2"));
  });

  it("is asked for as the official client asks", async () => {
    playDingtalk(host, () => done);
    await client().oapi("/topapi/x", {});
    const ours = host.received[0];
    const bare = await startTestHost();
    bare.reply = () => json({ accessToken: "t", expireIn: 7200 });
    const { host: endpoint } = new URL(bare.url);
    const official = new OAuth.default(new Config({ protocol: "http", endpoint, regionId: "central" }));
    await official.getAccessToken(
      new OAuth.GetAccessTokenRequest({ appKey: testConfig("").appKey, appSecret: "test-secret" }),
    );
    const theirs = bare.received[0];
    await bare.close();
    expect(`/api${theirs?.path}`).toBe(ours?.path);
    expect(theirs?.method).toBe(ours?.method);
    expect(JSON.parse(theirs?.body ?? "")).toEqual(JSON.parse(ours?.body ?? ""));
  });
});
