import { manualClock } from "@sanqi/kernel";
import { json, type Received, type Reply, type TestHost } from "@sanqi/outbound/test-host";
import type { DingtalkDeps } from "./client.ts";
import type { DingtalkConfig } from "./config.ts";
import testKeys from "./test-keys.json" with { type: "json" };

export { testKeys };

/** 2025-11-22 12:00:00 in China. */
export const noon = 1_763_784_000_000;

/** A configuration with the test keys, talking to `url`. */
export const testConfig = (url: string, timeoutMs = 5_000): DingtalkConfig => ({
  oapiBase: `${url}/oapi`,
  apiBase: `${url}/api`,
  corpId: "dingtestcorp0001",
  appKey: testKeys.ownerKey,
  appSecret: "test-secret",
  agentId: 1000001,
  timeoutMs,
  callback: { token: testKeys.token, aesKey: testKeys.aesKey },
});

export function testDeps() {
  const clock = manualClock(noon);
  let nonces = 0;
  const deps: DingtalkDeps = {
    fetch: globalThis.fetch,
    clock,
    nonce: () => `TESTNONCE${String(++nonces).padStart(16, "0")}`,
  };
  return { clock, deps };
}

/** Plays both token APIs; every other call is answered by `onCall`, which learns the token. */
export function playDingtalk(host: TestHost, onCall: (request: Received, token: string) => Reply) {
  const state = { token: 1, fetched: [] as ("new" | "old")[] };
  host.reply = (request) => {
    if (request.path === "/api/v1.0/oauth2/accessToken") {
      state.fetched.push("new");
      return json({ accessToken: `new ${state.token}`, expireIn: 7200 });
    }
    if (request.path.startsWith("/oapi/gettoken?")) {
      state.fetched.push("old");
      return json({ errcode: 0, errmsg: "ok", access_token: "old 1", expires_in: 7200 });
    }
    return onCall(request, new URL(request.path, host.url).searchParams.get("access_token") ?? "");
  };
  return state;
}

/** How the old family wraps faults of token and permission. */
export const wrapped = (subCode: string): Reply =>
  json({ errcode: 88, errmsg: "ding talk error", sub_code: subCode, sub_msg: "不合法的access_token" });
