import { createPrivateKey, createPublicKey } from "node:crypto";
import type { Clock } from "@sanqi/kernel";
import type { Received, Reply } from "@sanqi/outbound/test-host";
import { Aes, Formatter, Rsa } from "wechatpay-axios-plugin";
import { platformSerial, testKeys } from "./test-config.ts";

// The platform's half is played with the independent client, so that ours is not checked against itself.
const platformKey = createPrivateKey(testKeys.platform.privateKey);
const merchantKey = createPublicKey(testKeys.merchant.publicKey);

/** The headers with which WeChat Pay signs an answer or a notification at that moment. */
export function signedHeaders(body: string, at: number): Record<string, string> {
  const timestamp = Math.floor(at / 1000);
  return {
    "wechatpay-serial": platformSerial,
    "wechatpay-timestamp": String(timestamp),
    "wechatpay-nonce": "PLATFORMNONCE",
    "wechatpay-signature": Rsa.sign(
      Formatter.response(String(timestamp), "PLATFORMNONCE", body),
      platformKey,
    ),
  };
}

/** A signed answer of WeChat Pay. */
export function signedReply(payload: object | null, clock: Clock, status = payload ? 200 : 204): Reply {
  const body = payload ? JSON.stringify(payload) : "";
  return {
    status,
    headers: { "content-type": "application/json", ...signedHeaders(body, clock.now()) },
    body,
  };
}

/** True where the request carries a right signature over its very path and body. */
export function requestIsSigned(request: Received): boolean {
  const header = request.headers.authorization ?? "";
  const field = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(header)?.[1] ?? "";
  const path = request.path.replace(/^\/wechatpay/, "");
  const message = Formatter.request(
    request.method,
    path,
    Number(field("timestamp")),
    field("nonce_str"),
    request.body,
  );
  return (
    header.startsWith("WECHATPAY2-SHA256-RSA2048 ") &&
    field("mchid") === "1900000001" &&
    field("serial_no") === "TESTSERIAL01" &&
    Rsa.verify(message, field("signature"), merchantKey)
  );
}

/** A notification as it arrives: envelope with sealed content, and its headers. */
export function notification(eventType: string, content: object, at: number) {
  const nonce = "testnonce012";
  const ciphertext = Aes.AesGcm.encrypt(JSON.stringify(content), testKeys.apiV3Key, nonce, "transaction");
  const body = JSON.stringify({
    id: "notification-1",
    create_time: "2025-11-22T12:00:00+08:00",
    event_type: eventType,
    resource_type: "encrypt-resource",
    resource: {
      original_type: "transaction",
      algorithm: "AEAD_AES_256_GCM",
      ciphertext,
      associated_data: "transaction",
      nonce,
    },
  });
  return { headers: signedHeaders(body, at), body: Buffer.from(body) };
}
