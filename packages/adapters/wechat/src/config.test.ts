import { describe, expect, it } from "vitest";
import { readWechatConfig } from "./config.ts";
import { testKeys } from "./test-config.ts";

const env = {
  WECHAT_API_BASE: "http://127.0.0.1:1/wechat/",
  WECHAT_APP_ID: "wxtest0000000001",
  WECHAT_APP_SECRET: "secret-of-the-app",
  WECHATPAY_BASE: "http://127.0.0.1:1/wechatpay",
  WECHATPAY_MCH_ID: "1900000001",
  WECHATPAY_MCH_SERIAL: "SERIAL",
  WECHATPAY_MCH_PRIVATE_KEY: testKeys.merchant.privateKey,
  WECHATPAY_PLATFORM_SERIAL: "PUB_KEY_ID_1",
  WECHATPAY_PLATFORM_PUBLIC_KEY: testKeys.platform.publicKey.replaceAll("\n", "\\n"),
  WECHATPAY_APIV3_KEY: testKeys.apiV3Key,
};

describe("readWechatConfig", () => {
  it("reads everything and fills the optional part", () => {
    const config = readWechatConfig({ ...env, WECHAT_TEMPLATES: '{"order-delivered":"real-template-id"}' });
    expect(config).toMatchObject({
      apiBase: "http://127.0.0.1:1/wechat",
      miniprogramState: "formal",
      timeoutMs: 5000,
    });
    expect(config.templates).toMatchObject({
      "order-accepted": "tmpl-order-accepted",
      "order-delivered": "real-template-id",
    });
    expect(config.pay.platformKeys.get("PUB_KEY_ID_1")?.asymmetricKeyType).toBe("rsa");
  });

  it("names every variable that is missing", () => {
    for (const name of Object.keys(env)) {
      expect(() => readWechatConfig({ ...env, [name]: " " })).toThrow(new RegExp(`set: ${name}$`));
    }
    expect(() => readWechatConfig({})).toThrow("WECHAT_API_BASE, WECHAT_APP_ID");
  });

  it.each([
    ["WECHAT_API_BASE", "ftp://host"],
    ["WECHATPAY_BASE", "api.mch.weixin.qq.com"],
    ["WECHATPAY_MCH_PRIVATE_KEY", "super secret, not a key"],
    ["WECHATPAY_PLATFORM_PUBLIC_KEY", "super secret, not a key"],
    ["WECHATPAY_APIV3_KEY", "super secret, too short"],
    ["WECHAT_TEMPLATES", "not json"],
    ["WECHAT_TEMPLATES", "[]x"],
    ["WECHAT_TEMPLATES", '{"care-alert":"t"}'],
    ["WECHAT_TEMPLATES", '{"order-accepted":1}'],
    ["WECHAT_MINIPROGRAM_STATE", "beta"],
    ["WECHAT_TIMEOUT_MS", "soon"],
  ])("names the variable that is malformed and keeps its value to itself: %s", (name, value) => {
    const read = () => readWechatConfig({ ...env, [name]: value });
    expect(read).toThrow(name);
    expect(read).not.toThrow("super secret");
  });
});
