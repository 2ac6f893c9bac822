import { type Reply, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAlipayLogin } from "./login.ts";
import { testConfig, testDeps } from "./test-config.ts";
import { failure, gatewayReply, parametersOf, playGateway } from "./test-gateway.ts";

const { deps } = testDeps();
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());
beforeEach(() => {
  host.received.length = 0;
});

const method = "alipay.system.oauth.token";
const key = "alipay_system_oauth_token_response";
const login = () => createAlipayLogin(testConfig(host.url), deps);
const tokens = { access_token: "secret-token", refresh_token: "r", expires_in: 1 };
const identity = { platform: "alipay", app: "2021000000000001", name: null, union: null };

describe("log-in", () => {
  it.each([
    [
      "both",
      { open_id: "o", user_id: "2088", union_id: "u" },
      { ...identity, subjectKind: "open_id", subject: "o", union: "u" },
    ],
    ["open_id", { open_id: "o" }, { ...identity, subjectKind: "open_id", subject: "o" }],
    ["user_id", { user_id: "2088" }, { ...identity, subjectKind: "user_id", subject: "2088" }],
  ])("takes %s", async (_name, ids, value) => {
    playGateway(host, { [method]: { ...tokens, ...ids } });
    expect(await login().exchange("the code+&")).toEqual({ ok: true, value });
    const sent = host.received[0];
    expect(sent && parametersOf(sent)).toMatchObject({
      grant_type: "authorization_code",
      code: "the code+&",
    });
    // They stand beside biz_content in the body, as in the platform's own clients.
    expect(new URLSearchParams(sent?.body).get("code")).toBe("the code+&");
  });

  it("takes a success that carries code 10000 too", async () => {
    playGateway(host, { [method]: { code: "10000", msg: "Success", ...tokens, open_id: "o" } });
    expect(await login().exchange("c")).toMatchObject({ ok: true, value: { subject: "o" } });
  });

  it("says that the code was refused, under either key", async () => {
    for (const reply of [
      gatewayReply(key, failure("40002", "isv.code-invalid")),
      gatewayReply("error_response", failure("40002", "isv.code-invalid"), false),
    ]) {
      host.reply = () => reply;
      expect(await login().exchange("c")).toEqual({
        ok: false,
        error: { kind: "loginCodeRefused", code: "isv.code-invalid" },
      });
    }
  });

  it.each([
    ["20000", gatewayReply(key, failure("20000", "isp.unknow-error"))],
    ["wrong app", gatewayReply(key, failure("40002", "isv.invalid-app-id"), false)],
    ["unsigned success", gatewayReply(key, { ...tokens, open_id: "o" }, false)],
    ["no identity", gatewayReply(key, tokens)],
    ["empty error", gatewayReply("error_response", {})],
    ["cut", "cut"],
  ] as [string, Reply][])("%s: the host is unavailable", async (_name, reply) => {
    host.reply = () => reply;
    expect(await login().exchange("c")).toMatchObject({ error: { kind: "hostUnavailable", host: "alipay" } });
  });
});
