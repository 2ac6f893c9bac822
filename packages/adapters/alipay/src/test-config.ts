import { createPrivateKey, createPublicKey } from "node:crypto";
import { manualClock } from "@sanqi/kernel";
import { AlipaySdk } from "alipay-sdk";
import type { AlipayConfig } from "./config.ts";
import testKeys from "./test-keys.json" with { type: "json" };

export { testKeys };

/** 2025-11-22 12:00:00 in China. */
export const noon = 1_763_784_000_000;

/** A configuration with the test keys, talking to `url`. */
export const testConfig = (url: string, timeoutMs = 5_000): AlipayConfig => ({
  gateway: `${url}/gateway.do`,
  appId: "2021000000000001",
  appPrivateKey: createPrivateKey(testKeys.app.privateKey),
  alipayPublicKey: createPublicKey(testKeys.alipay.publicKey),
  sellerId: "2088000000000001",
  templates: {
    "order-accepted": "t-accepted",
    "order-picked-up": "t-picked-up",
    "order-delivered": "t-delivered",
    "order-refunded": "t-refunded",
  },
  timeoutMs,
});

export function testDeps() {
  const clock = manualClock(noon);
  return { clock, deps: { fetch: globalThis.fetch, clock } };
}

/**
 * The independent client. As the app it signs like us; as the platform (keys exchanged) it signs answers and notifications and
 * verifies our requests.
 */
export const sdk = (role: "app" | "platform", gateway = "http://127.0.0.1:9/gateway.do"): AlipaySdk => {
  const [own, other] = role === "app" ? [testKeys.app, testKeys.alipay] : [testKeys.alipay, testKeys.app];
  return new AlipaySdk({
    appId: "2021000000000001",
    keyType: "PKCS8",
    privateKey: own.privateKey.trim(),
    alipayPublicKey: other.publicKey.trim(),
    gateway,
  });
};
