import { createCipheriv, randomBytes, sign } from "node:crypto";
import type { Stage } from "./stage.ts";

/** A notification as a platform posts it. */
export type Letter = { readonly headers: Readonly<Record<string, string>>; readonly body: string };
/** Epoch ms as both platforms write time in China, "2026-11-22T12:00:00+08:00". */
const inChina = (ms: number) => `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
const rsa = (text: string, key: string) => sign("sha256", Buffer.from(text), key).toString("base64");

export type Told = {
  readonly paymentId: string;
  readonly amountFen: number;
  readonly currency?: string;
  readonly notificationId?: string;
  /** Written into the letter instead of the clock's time. */
  readonly at?: number;
  /** Signed with this key instead of the platform's. */
  readonly key?: string;
  readonly merchant?: string;
  readonly app?: string;
};

/** A WeChat Pay v3 notification, written after the platform's description and not by the sandbox's own code. */
export function wechatLetter(stage: Stage, told: Told): Letter {
  const { wechat, wechatPay } = stage.secrets;
  const at = told.at ?? stage.clock.now();
  const content = JSON.stringify({
    appid: told.app ?? wechat.appId,
    mchid: told.merchant ?? wechatPay.mchId,
    out_trade_no: told.paymentId,
    transaction_id: `4200${told.paymentId.slice(-12)}`,
    trade_type: "JSAPI",
    trade_state: "SUCCESS",
    success_time: inChina(at),
    amount: { total: told.amountFen, payer_total: told.amountFen, currency: told.currency ?? "CNY" },
  });
  const nonce = randomBytes(6).toString("hex");
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(wechatPay.apiV3Key), Buffer.from(nonce));
  cipher.setAAD(Buffer.from("transaction"));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  const ciphertext = Buffer.concat([sealed, cipher.getAuthTag()]).toString("base64");
  const body = JSON.stringify({
    id: told.notificationId ?? crypto.randomUUID(),
    create_time: inChina(at),
    resource_type: "encrypt-resource",
    event_type: "TRANSACTION.SUCCESS",
    summary: "支付成功",
    resource: {
      original_type: "transaction",
      algorithm: "AEAD_AES_256_GCM",
      ciphertext,
      associated_data: "transaction",
      nonce,
    },
  });
  const timestamp = String(Math.floor(at / 1000));
  const salt = randomBytes(16).toString("hex");
  return {
    body,
    headers: {
      "content-type": "application/json",
      "wechatpay-serial": wechatPay.platformSerial,
      "wechatpay-timestamp": timestamp,
      "wechatpay-nonce": salt,
      "wechatpay-signature": rsa(
        `${timestamp}\n${salt}\n${body}\n`,
        told.key ?? wechatPay.platformPrivateKey,
      ),
    },
  };
}

/** An Alipay trade notification: a signed form. */
export function alipayLetter(stage: Stage, told: Told): Letter {
  const { alipay } = stage.secrets;
  const time = inChina(told.at ?? stage.clock.now())
    .slice(0, 19)
    .replace("T", " ");
  const fields: Record<string, string> = {
    notify_time: time,
    notify_type: "trade_status_sync",
    notify_id: told.notificationId ?? crypto.randomUUID(),
    app_id: told.app ?? alipay.appId,
    charset: "utf-8",
    version: "1.0",
    trade_no: `2026${told.paymentId.slice(-12)}`,
    out_trade_no: told.paymentId,
    trade_status: "TRADE_SUCCESS",
    total_amount: (told.amountFen / 100).toFixed(2),
    seller_id: told.merchant ?? alipay.sellerId,
    gmt_payment: time,
  };
  const text = Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join("&");
  const signature = rsa(text, told.key ?? alipay.alipayPrivateKey);
  return {
    body: new URLSearchParams({ ...fields, sign_type: "RSA2", sign: signature }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
  };
}

export async function post(
  stage: Stage,
  channel: "wechatPay" | "alipay",
  letter: Letter,
  campusId: string = stage.ids.campusId,
): Promise<{ status: number; accepted: boolean; text: string }> {
  const path = channel === "wechatPay" ? "wechat-pay" : "alipay";
  const response = await fetch(`${stage.url}/callbacks/${path}/${campusId}`, { method: "POST", ...letter });
  const text = await response.text();
  return {
    status: response.status,
    text,
    accepted: channel === "wechatPay" ? response.status < 300 : text === "success",
  };
}
