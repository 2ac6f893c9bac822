import { describe, expect, it } from "vitest";
import { readAlipayConfig } from "./config.ts";
import { testKeys } from "./test-config.ts";

const env = {
  ALIPAY_GATEWAY: "http://127.0.0.1:1/alipay/gateway.do",
  ALIPAY_APP_ID: "2021000000000001",
  ALIPAY_APP_PRIVATE_KEY: testKeys.app.privateKey,
  ALIPAY_PUBLIC_KEY: testKeys.alipay.publicKey.replaceAll("\n", "\\n"),
  ALIPAY_SELLER_ID: "2088000000000001",
};

describe("readAlipayConfig", () => {
  it("reads everything and fills the optional part", () => {
    const config = readAlipayConfig({
      ...env,
      ALIPAY_TEMPLATES: '{"order-refunded":"real"}',
      ALIPAY_TIMEOUT_MS: "100",
    });
    expect(config).toMatchObject({ gateway: env.ALIPAY_GATEWAY, timeoutMs: 100 });
    expect(config.templates).toMatchObject({
      "order-accepted": "tmpl-order-accepted",
      "order-refunded": "real",
    });
  });

  it("names every variable that is missing", () => {
    for (const name of Object.keys(env)) {
      expect(() => readAlipayConfig({ ...env, [name]: undefined })).toThrow(new RegExp(`set: ${name}$`));
    }
    expect(() => readAlipayConfig({})).toThrow("ALIPAY_GATEWAY, ALIPAY_APP_ID");
  });

  it.each([
    ["ALIPAY_GATEWAY", "openapi.alipay.com"],
    ["ALIPAY_APP_PRIVATE_KEY", "super secret, not a key"],
    ["ALIPAY_PUBLIC_KEY", "super secret, not a key"],
    ["ALIPAY_TEMPLATES", "not json"],
    ["ALIPAY_TEMPLATES", "1"],
    ["ALIPAY_TEMPLATES", '{"care-alert":"t"}'],
    ["ALIPAY_TEMPLATES", '{"order-accepted":""}'],
    ["ALIPAY_TIMEOUT_MS", "0"],
  ])("names the variable that is malformed and keeps its value to itself: %s", (name, value) => {
    const read = () => readAlipayConfig({ ...env, [name]: value });
    expect(read).toThrow(name);
    expect(read).not.toThrow("super secret");
  });
});
