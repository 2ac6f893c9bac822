import { randomBytes, verify } from "node:crypto";
import { createIds } from "@sanqi/kernel";
import { createWechatPayGateway, type WechatConfig } from "@sanqi/wechat";
import { adviceFor, clockName } from "./advice.ts";
import { type Finding, good, note, type Words, wrong } from "./finding.ts";
import type { Clock, Witness } from "./witness.ts";

export const unreachable = (name: string, en: string): Finding =>
  wrong(
    name,
    { zh: "平台没有给出可用的回答。", en },
    {
      zh: "检查这台机器的出网、DNS 和代理，稍后再试",
      en: "check this machine's way out, DNS and proxy, then try again",
    },
  );

/** errcodes of stable_token to the variable that is to blame. */
const tokenFaults: Readonly<Record<string, { name: string; fix: Words }>> = {
  40013: { name: "WECHAT_APP_ID", fix: adviceFor("WECHAT_APP_ID") },
  40125: { name: "WECHAT_APP_SECRET", fix: adviceFor("WECHAT_APP_SECRET") },
  40001: { name: "WECHAT_APP_SECRET", fix: adviceFor("WECHAT_APP_SECRET") },
  40164: {
    name: "微信 IP 白名单 WeChat IP list",
    fix: {
      zh: "微信公众平台 → 开发设置 → IP 白名单：加入这台机器的出口 IP",
      en: "mp.weixin.qq.com → settings → IP list: add the address from which this machine calls",
    },
  },
};

/** Asks for the access token that the product would get (an ordinary, not forced, stable_token). */
export async function checkWechat(config: WechatConfig, witness: Witness): Promise<Finding[]> {
  let answer: { errcode?: number; errmsg?: string; access_token?: string };
  try {
    const response = await witness.fetch(`${config.apiBase}/cgi-bin/stable_token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        grant_type: "client_credential",
        appid: config.appId,
        secret: config.appSecret,
        force_refresh: false,
      }),
      redirect: "manual",
      signal: AbortSignal.timeout(config.timeoutMs),
    });
    answer = (await response.json()) as typeof answer;
  } catch {
    return [unreachable("WECHAT_API_BASE", "no answer, or none of WeChat's.")];
  }
  if (answer.access_token)
    return [
      good("WECHAT_APP_ID, WECHAT_APP_SECRET", "微信小程序凭证有效。", "WeChat gives us an access token."),
    ];
  const code = String(answer.errcode ?? "");
  const known = tokenFaults[code];
  const what = { zh: "微信拒绝了凭证。", en: `WeChat refused: ${code} ${answer.errmsg ?? ""}` };
  return known
    ? [wrong(known.name, what, known.fix)]
    : [wrong("WECHAT_APP_SECRET", what, adviceFor("WECHAT_APP_SECRET"))];
}

/**
 * Asks for a payment that cannot exist: "unknown" can only be said to a merchant whose number, serial, key and clock are
 * right. Where that answer is signed, it proves the platform's key as well.
 */
export async function checkWechatPay(
  config: WechatConfig,
  witness: Witness,
  clock: Clock,
): Promise<Finding[]> {
  const deps = { fetch: witness.fetch, clock, nonce: () => randomBytes(16).toString("hex") };
  const nowhere = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes)).next("payment");
  const answer = await createWechatPayGateway(config, deps).query(nowhere);
  if (answer.ok)
    return [
      good(
        "WECHATPAY_MCH_ID, WECHATPAY_MCH_SERIAL, WECHATPAY_MCH_PRIVATE_KEY",
        "微信支付认得商户签名。",
        "WeChat Pay accepts the merchant's signature.",
      ),
      platformKey(config, witness),
    ];
  if (answer.error.kind === "gatewayUnknown") return [unreachable("WECHATPAY_BASE", answer.error.detail)];
  const { code, detail } = answer.error;
  const what = { zh: "微信支付拒绝了查询。", en: `WeChat Pay refused: ${code} ${detail}` };
  if (code === "SIGN_ERROR" && /timestamp|时间/i.test(detail))
    return [wrong(clockName, what, adviceFor(clockName))];
  if (/^MCH_NOT_EXISTS|^NO_AUTH/.test(code))
    return [wrong("WECHATPAY_MCH_ID", what, adviceFor("WECHATPAY_MCH_ID"))];
  if (code === "SIGN_ERROR" && /序列号|serial/i.test(detail))
    return [wrong("WECHATPAY_MCH_SERIAL", what, adviceFor("WECHATPAY_MCH_SERIAL"))];
  return [wrong("WECHATPAY_MCH_PRIVATE_KEY", what, adviceFor("WECHATPAY_MCH_PRIVATE_KEY"))];
}

function platformKey({ pay }: WechatConfig, witness: Witness): Finding {
  const name = "WECHATPAY_PLATFORM_PUBLIC_KEY";
  const answer = witness.last();
  const header = (which: string) => answer?.headers.get(`wechatpay-${which}`) ?? "";
  // The platform sends false signatures now and then, to see who verifies: one of those says nothing about the key.
  if (!answer || !header("signature") || header("signature").startsWith("WECHATPAY/SIGNTEST/"))
    return note(name, {
      zh: "本次回答没有签名，平台公钥留待第一笔支付证明。",
      en: "this answer was not signed; the first payment will prove the key.",
    });
  const key = pay.platformKeys.get(header("serial"));
  if (!key)
    return wrong(
      "WECHATPAY_PLATFORM_SERIAL",
      { zh: "平台用另一把公钥签名。", en: `the platform signs with ${header("serial")}.` },
      adviceFor("WECHATPAY_PLATFORM_SERIAL"),
    );
  const message = Buffer.concat([
    Buffer.from(`${header("timestamp")}\n${header("nonce")}\n`),
    answer.body,
    Buffer.from("\n"),
  ]);
  return verify("sha256", message, key, Buffer.from(header("signature"), "base64"))
    ? good(name, "平台签名验证通过。", "verifies the platform's signature.")
    : wrong(
        name,
        { zh: "验证不了平台的签名。", en: "does not verify the platform's signature." },
        adviceFor(name),
      );
}
