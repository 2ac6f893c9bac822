import { describe, expect, it } from "vitest";
import { readDingtalkConfig } from "./config.ts";
import { testKeys } from "./test-config.ts";

const env = {
  DINGTALK_OAPI_BASE: "http://127.0.0.1:1/dingtalk-oapi/",
  DINGTALK_API_BASE: "http://127.0.0.1:1/dingtalk-api",
  DINGTALK_CORP_ID: "dingtestcorp0001",
  DINGTALK_APP_KEY: "dingtestappkey0001",
  DINGTALK_APP_SECRET: "super secret",
  DINGTALK_AGENT_ID: "1000001",
};
const callback = { DINGTALK_CALLBACK_TOKEN: testKeys.token, DINGTALK_CALLBACK_AES_KEY: testKeys.aesKey };

describe("readDingtalkConfig", () => {
  it("reads everything, with and without callbacks", () => {
    expect(readDingtalkConfig(env)).toMatchObject({
      oapiBase: "http://127.0.0.1:1/dingtalk-oapi",
      agentId: 1000001,
      timeoutMs: 5000,
      callback: null,
    });
    expect(readDingtalkConfig({ ...env, ...callback, DINGTALK_TIMEOUT_MS: "100" })).toMatchObject({
      timeoutMs: 100,
      callback: { token: testKeys.token, aesKey: testKeys.aesKey },
    });
  });

  it("names every variable that is missing", () => {
    for (const name of Object.keys(env)) {
      expect(() => readDingtalkConfig({ ...env, [name]: "" })).toThrow(new RegExp(`set: ${name}$`));
    }
    expect(() => readDingtalkConfig({})).toThrow("DINGTALK_OAPI_BASE, DINGTALK_API_BASE");
    for (const name of Object.keys(callback)) {
      expect(() => readDingtalkConfig({ ...env, ...callback, [name]: undefined })).toThrow(
        `${name} is missing`,
      );
    }
  });

  it.each([
    ["DINGTALK_OAPI_BASE", "oapi.dingtalk.com"],
    ["DINGTALK_AGENT_ID", "agent"],
    ["DINGTALK_AGENT_ID", "0"],
    ["DINGTALK_TIMEOUT_MS", "1.5"],
    ["DINGTALK_CALLBACK_AES_KEY", "super secret"],
  ])("names the variable that is malformed and keeps its value to itself: %s", (name, value) => {
    const read = () => readDingtalkConfig({ ...env, ...callback, [name]: value });
    expect(read).toThrow(name);
    expect(read).not.toThrow("super secret");
  });
});
