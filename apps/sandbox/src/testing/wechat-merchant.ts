import { createDecipheriv, createPrivateKey, createPublicKey, randomBytes, sign, verify } from "node:crypto";
import { parseObject } from "../http/exchange.ts";
import type { Bench } from "./bench.ts";

export type MerchantCall = {
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
  /** Changes what is sent after it was signed. */
  readonly tamper?: { readonly body?: string; readonly path?: string };
  readonly timestamp?: number;
  readonly mchId?: string;
  readonly serial?: string;
  readonly userAgent?: string | null;
  readonly authorization?: string | null;
};

export type MerchantReply = {
  readonly status: number;
  readonly json: Record<string, unknown>;
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Headers;
};

/** A merchant that signs by hand, so that tests can sign wrongly too. */
export function wechatMerchant({ env }: Bench) {
  const key = createPrivateKey(env.WECHATPAY_MCH_PRIVATE_KEY);
  const platform = createPublicKey(env.WECHATPAY_PLATFORM_PUBLIC_KEY);
  const signText = (text: string) => sign("sha256", Buffer.from(text), key).toString("base64");

  async function call(request: MerchantCall): Promise<MerchantReply> {
    const { method = request.body === undefined ? "GET" : "POST", path } = request;
    const body = request.body === undefined ? "" : JSON.stringify(request.body);
    const timestamp = String(request.timestamp ?? Math.floor(Date.now() / 1_000));
    const nonce = randomBytes(16).toString("hex");
    const signature = signText(`${method}\n${path}\n${timestamp}\n${nonce}\n${body}\n`);
    const authorization =
      request.authorization === undefined
        ? `WECHATPAY2-SHA256-RSA2048 signature="${signature}",mchid="${request.mchId ?? env.WECHATPAY_MCH_ID}",nonce_str="${nonce}",timestamp="${timestamp}",serial_no="${request.serial ?? env.WECHATPAY_MCH_SERIAL}"`
        : request.authorization;
    const response = await fetch(`${env.WECHATPAY_BASE}${request.tamper?.path ?? path}`, {
      method,
      headers: {
        accept: "application/json",
        ...(body === "" ? {} : { "content-type": "application/json" }),
        "user-agent": request.userAgent === null ? "" : (request.userAgent ?? "sandbox-test"),
        ...(authorization === null ? {} : { authorization }),
      },
      ...(method === "GET" ? {} : { body: request.tamper?.body ?? body }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString("utf8");
    return { status: response.status, json: parseObject(text) ?? {}, text, bytes, headers: response.headers };
  }

  /** Whether WeChat Pay signed these headers and this body. */
  function signedByPlatform(header: (name: string) => string | null | undefined, body: string): boolean {
    const text = `${header("wechatpay-timestamp")}\n${header("wechatpay-nonce")}\n${body}\n`;
    return (
      header("wechatpay-serial") === env.WECHATPAY_PLATFORM_SERIAL &&
      verify(
        "sha256",
        Buffer.from(text),
        platform,
        Buffer.from(header("wechatpay-signature") ?? "", "base64"),
      )
    );
  }

  function decrypt(resource: Record<string, string>): Record<string, unknown> {
    const sealed = Buffer.from(resource.ciphertext ?? "", "base64");
    const decipher = createDecipheriv(
      "aes-256-gcm",
      Buffer.from(env.WECHATPAY_APIV3_KEY),
      Buffer.from(resource.nonce ?? ""),
    );
    decipher.setAAD(Buffer.from(resource.associated_data ?? ""));
    decipher.setAuthTag(sealed.subarray(-16));
    return JSON.parse(
      Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString("utf8"),
    );
  }

  return {
    call,
    signedByPlatform,
    decrypt,
    prepayBody: (
      outTradeNo: string,
      openid: string,
      notifyUrl: string,
      more: Record<string, unknown> = {},
    ) => ({
      appid: env.WECHAT_APP_ID,
      mchid: env.WECHATPAY_MCH_ID,
      description: "三食堂 午餐",
      out_trade_no: outTradeNo,
      notify_url: notifyUrl,
      amount: { total: 1_850, currency: "CNY" },
      payer: { openid },
      ...more,
    }),
    /** The parameters of wx.requestPayment. */
    payParams(prepayId: string, person: string, more: Record<string, unknown> = {}) {
      const timeStamp = String(Math.floor(Date.now() / 1_000));
      const nonceStr = randomBytes(16).toString("hex");
      const pack = `prepay_id=${prepayId}`;
      const paySign = signText(`${env.WECHAT_APP_ID}\n${timeStamp}\n${nonceStr}\n${pack}\n`);
      return {
        appId: env.WECHAT_APP_ID,
        person,
        timeStamp,
        nonceStr,
        package: pack,
        signType: "RSA",
        paySign,
        ...more,
      };
    },
  };
}

/** Logs a person in and gives the openid. */
export async function wechatLogin({ call, env }: Bench, person: string): Promise<string> {
  const { json } = await call("/device/wechat/login", { appId: env.WECHAT_APP_ID, person });
  const query = new URLSearchParams({
    appid: env.WECHAT_APP_ID,
    secret: env.WECHAT_APP_SECRET,
    js_code: String(json.code),
    grant_type: "authorization_code",
  });
  const answer = await call(`/wechat/sns/jscode2session?${query}`);
  return String(answer.json.openid);
}
