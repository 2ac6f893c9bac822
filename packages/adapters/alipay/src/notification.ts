import { type Clock, day, err, isId, ok, type Result } from "@sanqi/kernel";
import type { GatewayNotification, NotificationError, RawNotification } from "@sanqi/payments/use-cases";
import { parseGatewayTime } from "./china-time.ts";
import type { AlipayConfig } from "./config.ts";
import { verifyNotification } from "./sign.ts";
import { readPaidTrade } from "./trades.ts";

type Reading = Result<GatewayNotification, NotificationError>;

/** The platform repeats for 24 h 22 min with the same content; twice that is no repetition of its own. */
const oldest = 2 * day;

/** Order of work: form, signature, addressee, freshness, meaning. */
export function readTradeNotification(config: AlipayConfig, clock: Clock, raw: RawNotification): Reading {
  const form = readForm(raw.body);
  if (!form?.sign) return malformed("not a signed form");
  if (!verifyNotification(form, config.alipayPublicKey)) return forged("signature does not match");
  if (form.app_id !== config.appId) return forged("addressed to another app");
  if (form.seller_id !== config.sellerId) return forged("addressed to another seller");
  const notificationId = form.notify_id;
  const sentAt = parseGatewayTime(form.notify_time ?? "");
  if (!notificationId || sentAt === undefined) return malformed("no notify_id or notify_time");
  if (Math.abs(clock.now() - sentAt) > oldest)
    return err({ kind: "notificationStale", detail: "notify_time" });
  const ignored = (reason: string): Reading => ok({ kind: "ignored", notificationId, reason });
  if (form.notify_type !== "trade_status_sync") return ignored(`notify_type ${form.notify_type}`);
  if (!isId("payment", form.out_trade_no ?? "")) return ignored("not one of our payments");
  // A refund may repeat TRADE_SUCCESS with these fields; it must never count as a new payment.
  if (form.refund_fee || form.gmt_refund) return ignored("tells of a refund");
  if (form.trade_status !== "TRADE_SUCCESS" && form.trade_status !== "TRADE_FINISHED") {
    return ignored(`trade_status ${form.trade_status}`);
  }
  const payment = readPaidTrade(form);
  return payment ? ok({ kind: "payment", notificationId, payment }) : malformed("trade fields");
}

/** Decodes once. A name that comes twice could mean one thing to the signature and another to us. */
function readForm(body: Uint8Array): Readonly<Record<string, string>> | undefined {
  const pairs = [...new URLSearchParams(Buffer.from(body).toString("utf8"))];
  const form = Object.fromEntries(pairs);
  return Object.keys(form).length === pairs.length ? form : undefined;
}

const forged = (detail: string): Reading => err({ kind: "notificationForged", detail });
const malformed = (detail: string): Reading => err({ kind: "notificationMalformed", detail });
