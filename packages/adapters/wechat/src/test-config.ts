import { createPrivateKey, createPublicKey } from "node:crypto";
import { manualClock } from "@sanqi/kernel";
import type { WechatConfig } from "./config.ts";
import type { WechatDeps } from "./mini-program-api.ts";
import testKeys from "./test-keys.json" with { type: "json" };

export { testKeys };

export const platformSerial = "PUB_KEY_ID_TEST";

/** 2025-11-22 12:00:00 in China. */
export const noon = 1_763_784_000_000;

/** A configuration with the test keys, talking to `url`. */
export const testConfig = (url: string, timeoutMs = 5_000): WechatConfig => ({
  apiBase: url,
  appId: "wxtest0000000001",
  appSecret: "test-secret",
  miniprogramState: "formal",
  templates: {
    "order-accepted": "t-accepted",
    "order-picked-up": "t-picked-up",
    "order-delivered": "t-delivered",
    "order-refunded": "t-refunded",
  },
  timeoutMs,
  pay: {
    base: `${url}/wechatpay`,
    mchId: "1900000001",
    mchSerial: "TESTSERIAL01",
    mchPrivateKey: createPrivateKey(testKeys.merchant.privateKey),
    platformSerial,
    platformKeys: new Map([[platformSerial, createPublicKey(testKeys.platform.publicKey)]]),
    apiV3Key: Buffer.from(testKeys.apiV3Key, "utf8"),
  },
});

export function testDeps() {
  const clock = manualClock(noon);
  let nonces = 0;
  const deps: WechatDeps = {
    fetch: globalThis.fetch,
    clock,
    nonce: () => `TESTNONCE${String(++nonces).padStart(16, "0")}`,
  };
  return { clock, deps };
}
