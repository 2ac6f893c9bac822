import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { alipayTime } from "../beijing-time.ts";
import type { Bench } from "./bench.ts";

type Fields = Record<string, string>;

const joined = (params: Fields): string =>
  Object.keys(params)
    .filter((name) => params[name] !== "")
    .sort()
    .map((name) => `${name}=${params[name]}`)
    .join("&");

export type GatewayReply = {
  readonly value: Record<string, unknown>;
  readonly key: string;
  readonly signed: boolean;
  readonly raw: string;
  readonly contentType: string | null;
};

/** An app that signs gateway calls by hand, so that tests can sign wrongly too. */
export function alipayMerchant({ env }: Bench) {
  const key = createPrivateKey(env.ALIPAY_APP_PRIVATE_KEY);
  const platform = createPublicKey(env.ALIPAY_PUBLIC_KEY);
  const verified = (text: string, signature: string) =>
    verify("sha256", Buffer.from(text), platform, Buffer.from(signature, "base64"));

  function signed(method: string, params: Fields): Fields {
    const all: Fields = {
      app_id: env.ALIPAY_APP_ID,
      method,
      format: "JSON",
      charset: "utf-8",
      sign_type: "RSA2",
      timestamp: alipayTime(Date.now()),
      version: "1.0",
      ...params,
    };
    return { ...all, sign: sign("sha256", Buffer.from(joined(all)), key).toString("base64") };
  }

  /** Sends what was signed; `change` alters it after signing. */
  async function gateway(method: string, params: Fields, change: Fields = {}): Promise<GatewayReply> {
    const { biz_content, ...query } = { ...signed(method, params), ...change } as Fields & {
      biz_content?: string;
    };
    const response = await fetch(`${env.ALIPAY_GATEWAY}?${new URLSearchParams(query)}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(biz_content === undefined ? {} : { biz_content }),
    });
    const raw = await response.text();
    const answer = JSON.parse(raw) as Record<string, Record<string, unknown>> & { sign?: string };
    const name = Object.keys(answer).find((one) => one !== "sign") ?? "";
    // The signed text is what stands between the key and the sign, byte for byte.
    const text = raw.slice(
      `{"${name}":`.length,
      answer.sign === undefined ? -1 : raw.lastIndexOf(',"sign":"'),
    );
    return {
      value: answer[name] ?? {},
      key: name,
      signed: answer.sign !== undefined && verified(text, answer.sign),
      raw,
      contentType: response.headers.get("content-type"),
    };
  }

  const biz = (method: string, content: Record<string, unknown>, more: Fields = {}) =>
    gateway(method, { biz_content: JSON.stringify(content), ...more });

  return {
    signed,
    gateway,
    biz,
    order: (outTradeNo: string, openId: string, more: Record<string, unknown> = {}) => ({
      out_trade_no: outTradeNo,
      total_amount: "18.50",
      subject: "三食堂 午餐",
      product_code: "JSAPI_PAY",
      op_app_id: env.ALIPAY_APP_ID,
      buyer_open_id: openId,
      timeout_express: "15m",
      ...more,
    }),
    orderString(outTradeNo: string, notifyUrl: string, more: Record<string, unknown> = {}): string {
      const content = {
        out_trade_no: outTradeNo,
        total_amount: "18.50",
        subject: "三食堂 午餐",
        product_code: "QUICK_MSECURITY_PAY",
        timeout_express: "15m",
        ...more,
      };
      return new URLSearchParams(
        signed("alipay.trade.app.pay", { biz_content: JSON.stringify(content), notify_url: notifyUrl }),
      ).toString();
    },
    /** Whether Alipay signed this notification; sign and sign_type stay outside. */
    notificationSigned(form: string): boolean {
      const {
        sign: signature = "",
        sign_type: _type,
        ...params
      } = Object.fromEntries(new URLSearchParams(form));
      return verified(joined(params), signature);
    },
  };
}

/** Logs a person in and gives the ids that Alipay tells. */
export async function alipayLogin(bench: Bench, person: string): Promise<Record<string, unknown>> {
  const { json } = await bench.call("/device/alipay/auth-code", { appId: bench.env.ALIPAY_APP_ID, person });
  const merchant = alipayMerchant(bench);
  return (
    await merchant.gateway("alipay.system.oauth.token", {
      grant_type: "authorization_code",
      code: String(json.authCode),
    })
  ).value;
}
