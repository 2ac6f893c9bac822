import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { productionRefusals } from "./production-refusals.ts";

const campusId = `cmp_${"a".repeat(20)}`;
/** A configuration that may serve real people. */
const good = {
  NODE_ENV: "production",
  PUBLIC_URL: "https://sanqi.example.edu.cn/",
  DATABASE_URL: "postgres://sanqi:Jq8-not-a-default@db.example:5432/sanqi",
  SANQI_CAMPUS: campusId,
  WECHAT_API_BASE: "https://api.weixin.qq.com",
  WECHATPAY_BASE: "https://api.mch.weixin.qq.com",
  ALIPAY_GATEWAY: "https://openapi.alipay.com/gateway.do",
  DINGTALK_OAPI_BASE: "https://oapi.dingtalk.com",
  DINGTALK_API_BASE: "https://api.dingtalk.com",
  WECHAT_APP_ID: "wx1234567890abcdef",
  WECHATPAY_MCH_ID: "1900000109",
  ALIPAY_APP_ID: "2021000000000000",
  DINGTALK_CORP_ID: "ding0123456789",
  DINGTALK_APP_KEY: "dingkey",
  TRUSTED_PROXIES: "10.0.0.2",
  SANQI_PICTURE_SECRET: "c2VjcmV0IG9mIHRoZSBwaWN0dXJlcyBvbmx5",
};
const refusals = (change: Record<string, string | undefined>) =>
  productionRefusals(readConfig({ ...good, ...change }));

describe("in production", () => {
  it("a complete configuration of one's own may serve", () => {
    expect(refusals({})).toEqual([]);
  });

  it.each([
    ["the demo seed", { SANQI_SEED_DEMO: "1" }, /SANQI_SEED_DEMO.*fictional/],
    ["the demo seed, written true", { SANQI_SEED_DEMO: "true" }, /SANQI_SEED_DEMO/],
    [
      "a sandbox that lets H5 play a host",
      { SANQI_SANDBOX_URL: "http://127.0.0.1:9" },
      /SANQI_SANDBOX_URL.*anybody/,
    ],
    ["a process that is to kill itself", { SANQI_DIE_AT: "place.committed:1" }, /SANQI_DIE_AT.*kill itself/],
    ["no secret for pictures", { SANQI_PICTURE_SECRET: undefined }, /SANQI_PICTURE_SECRET/],
    ["a short secret for pictures", { SANQI_PICTURE_SECRET: "pictures" }, /SANQI_PICTURE_SECRET/],
    ["no proxy of one's own", { TRUSTED_PROXIES: "" }, /TRUSTED_PROXIES.*caller/],
    ["an address without TLS", { PUBLIC_URL: "http://sanqi.example" }, /PUBLIC_URL must be https/],
    ["WeChat's sandbox app", { WECHAT_APP_ID: "wxsandbox000000001" }, /WECHAT_APP_ID belongs to the sandbox/],
    ["the sandbox merchant", { WECHATPAY_MCH_ID: "SANDBOX1900000001" }, /WECHATPAY_MCH_ID/],
    ["Alipay's sandbox app", { ALIPAY_APP_ID: "sandbox2021000000000001" }, /ALIPAY_APP_ID/],
    ["the sandbox corporation", { DINGTALK_CORP_ID: "dingsandboxcorp00000001" }, /DINGTALK_CORP_ID/],
    ["the sandbox's DingTalk app", { DINGTALK_APP_KEY: "dingsandboxapp0000001" }, /DINGTALK_APP_KEY/],
    [
      "another WeChat host",
      { WECHAT_API_BASE: "https://api.weixin.qq.com.evil.example" },
      /WECHAT_API_BASE must be/,
    ],
    [
      "a WeChat Pay host with a user name",
      { WECHATPAY_BASE: "https://api.mch.weixin.qq.com@evil.example" },
      /WECHATPAY_BASE/,
    ],
    ["Alipay without TLS", { ALIPAY_GATEWAY: "http://openapi.alipay.com/gateway.do" }, /ALIPAY_GATEWAY/],
    ["no DingTalk host", { DINGTALK_OAPI_BASE: undefined }, /DINGTALK_OAPI_BASE/],
    ["a DingTalk host that is no address", { DINGTALK_API_BASE: "dingtalk" }, /DINGTALK_API_BASE/],
    [
      "a default password",
      { DATABASE_URL: "postgres://sanqi:postgres@db/sanqi" },
      /DATABASE_URL holds a default password/,
    ],
    ["the demo's password", { DATABASE_URL: "postgres://sanqi:sanqi@db/sanqi" }, /DATABASE_URL/],
    ["a password like the user", { DATABASE_URL: "postgres://lunch:lunch@db/sanqi" }, /DATABASE_URL/],
    [
      "a default password, written otherwise",
      { DATABASE_URL: "postgres://sanqi:%70assword@db/sanqi" },
      /DATABASE_URL/,
    ],
  ])("%s refuses to start, with the reason and what to do", (_what, change, reason) => {
    const found = refusals(change);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(reason);
  });

  it("all reasons are told at once", () => {
    expect(refusals({ SANQI_SEED_DEMO: "1", PUBLIC_URL: "http://x", ALIPAY_APP_ID: "sandbox" })).toHaveLength(
      3,
    );
  });

  it("no reason repeats a secret", () => {
    expect(refusals({ DATABASE_URL: "postgres://boss:password@db/sanqi" }).join()).not.toMatch(/boss/);
  });
});

describe("outside production", () => {
  it("the demo may do all of it", () => {
    const demo = { NODE_ENV: undefined, SANQI_SEED_DEMO: "1", SANQI_SANDBOX_URL: "http://127.0.0.1:9" };
    expect(productionRefusals(readConfig({ ...good, ...demo }))).toEqual([]);
  });
});
