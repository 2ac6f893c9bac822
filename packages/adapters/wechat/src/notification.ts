import { type Clock, err, isId, ok, type Result } from "@sanqi/kernel";
import { type Json, objectAt, readObject, textAt } from "@sanqi/outbound";
import type { GatewayNotification, NotificationError, RawNotification } from "@sanqi/payments/use-cases";
import type { WechatConfig } from "./config.ts";
import { decryptResource, signatureHeaders, verifyPlatformSignature } from "./sign.ts";
import { readRefund, readTransaction } from "./transactions.ts";

type Reading = Result<GatewayNotification, NotificationError>;

/** Order of work: raw bytes, signature, freshness, decryption, addressee, meaning. */
export function readPayNotification(config: WechatConfig, clock: Clock, raw: RawNotification): Reading {
  const headers = signatureHeaders((name) => raw.headers[name]);
  const verdict = verifyPlatformSignature(headers, raw.body, {
    keys: config.pay.platformKeys,
    nowMs: clock.now(),
  });
  if (verdict.kind === "forged") return forged(verdict.detail);
  if (verdict.kind === "stale") return err({ kind: "notificationStale", detail: verdict.detail });
  const envelope = readObject(Buffer.from(raw.body).toString("utf8"));
  const notificationId = textAt(envelope, "id");
  const eventType = textAt(envelope, "event_type");
  const resource = objectAt(envelope, "resource");
  if (!notificationId || !eventType || !resource)
    return malformed("envelope without id, event_type or resource");
  const content = open(resource, config.pay.apiV3Key);
  if (!content) return malformed("resource cannot be decrypted");
  if (textAt(content, "mchid") !== config.pay.mchId) return forged("addressed to another merchant");
  const ignored = (reason: string): Reading => ok({ kind: "ignored", notificationId, reason });
  if (!isId("payment", textAt(content, "out_trade_no") ?? "")) return ignored("not one of our payments");
  if (eventType.startsWith("REFUND.")) {
    const read = readRefund(content, "refund_status");
    return read ? ok({ kind: "refund", notificationId, ...read }) : malformed("refund fields");
  }
  if (eventType !== "TRANSACTION.SUCCESS") return ignored(eventType);
  if (textAt(content, "appid") !== config.appId) return forged("addressed to another app");
  const payment = readTransaction(content);
  if (!payment) return malformed("transaction fields");
  return payment.state === "paid" ? ok({ kind: "payment", notificationId, payment }) : ignored(payment.state);
}

function open(resource: Json, key: Buffer): Json | undefined {
  const ciphertext = textAt(resource, "ciphertext");
  const nonce = textAt(resource, "nonce");
  if (textAt(resource, "algorithm") !== "AEAD_AES_256_GCM" || !ciphertext || !nonce) return undefined;
  const associatedData = textAt(resource, "associated_data") ?? "";
  const text = decryptResource({ ciphertext, nonce, associatedData }, key);
  return text === undefined ? undefined : readObject(text);
}

const forged = (detail: string): Reading => err({ kind: "notificationForged", detail });
const malformed = (detail: string): Reading => err({ kind: "notificationMalformed", detail });
