import { describe, expect, it } from "vitest";
import { createSandboxCredentials, envFor } from "./credentials.ts";

describe("credentials", () => {
  const credentials = createSandboxCredentials();

  it("survive JSON", () => {
    expect(JSON.parse(JSON.stringify(credentials))).toEqual(credentials);
  });

  it("say sandbox in every app and merchant id, so that production can refuse them", () => {
    const { WECHAT_APP_ID, WECHATPAY_MCH_ID, ALIPAY_APP_ID, DINGTALK_APP_KEY, DINGTALK_CORP_ID } =
      credentials.env;
    for (const id of [WECHAT_APP_ID, WECHATPAY_MCH_ID, ALIPAY_APP_ID, DINGTALK_APP_KEY, DINGTALK_CORP_ID])
      expect(id).toContain("sandbox");
  });

  it("have the lengths that the platforms give", () => {
    expect(credentials.env.WECHATPAY_APIV3_KEY).toHaveLength(32);
    expect(credentials.env.DINGTALK_CALLBACK_AES_KEY).toHaveLength(43);
    expect(credentials.env.WECHATPAY_PLATFORM_SERIAL).toMatch(/^PUB_KEY_ID_/);
    expect(Number(credentials.env.DINGTALK_AGENT_ID)).toBeGreaterThan(0);
  });

  it("leave nothing empty once the address is known", () => {
    const env = envFor(credentials, "http://127.0.0.1:9");
    expect(Object.entries(env).filter(([, value]) => value === "")).toEqual([]);
    expect(env.WECHATPAY_BASE).toBe("http://127.0.0.1:9/wechatpay");
    expect(env.ALIPAY_GATEWAY).toBe("http://127.0.0.1:9/alipay/gateway.do");
  });

  it("are different each time", () => {
    expect(createSandboxCredentials().env.WECHATPAY_MCH_PRIVATE_KEY).not.toBe(
      credentials.env.WECHATPAY_MCH_PRIVATE_KEY,
    );
  });
});
