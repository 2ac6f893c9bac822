import { type AlipayConfig, createAlipayGateway } from "@sanqi/alipay";
import { createIds } from "@sanqi/kernel";
import { adviceFor, clockName } from "./advice.ts";
import { type Finding, good, note, wrong } from "./finding.ts";
import { unreachable } from "./wechat.ts";
import type { Clock, Witness } from "./witness.ts";

/** sub_codes of the gateway to the variable that is to blame. */
const blamed: readonly (readonly [RegExp, string])[] = [
  [/app-?id/i, "ALIPAY_APP_ID"],
  [/timestamp/i, clockName],
  [/signature|sign/i, "ALIPAY_APP_PRIVATE_KEY"],
];

/** Asks for a trade that cannot exist: the refusal proves the app's key, its signature proves Alipay's key. */
export async function checkAlipay(config: AlipayConfig, witness: Witness, clock: Clock): Promise<Finding[]> {
  const nowhere = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes)).next("payment");
  const answer = await createAlipayGateway(config, { fetch: witness.fetch, clock }).query(nowhere);
  if (answer.ok) {
    const signed = /"sign"\s*:/.test(witness.last()?.body.toString("utf8") ?? "");
    return [
      good(
        "ALIPAY_APP_ID, ALIPAY_APP_PRIVATE_KEY",
        "支付宝认得应用签名。",
        "Alipay accepts the app's signature.",
      ),
      signed
        ? good("ALIPAY_PUBLIC_KEY", "支付宝签名验证通过。", "verifies Alipay's signature.")
        : note("ALIPAY_PUBLIC_KEY", {
            zh: "本次回答没有签名，公钥留待第一笔支付证明。",
            en: "this answer was not signed; the first payment will prove the key.",
          }),
    ];
  }
  if (answer.error.kind === "gatewayRefused") {
    const { code, detail } = answer.error;
    const what = { zh: "支付宝拒绝了查询。", en: `Alipay refused: ${code} ${detail}` };
    if (/permission/i.test(code))
      return [
        wrong("支付宝产品 Alipay product", what, {
          zh: "开放平台 → 产品绑定：签约并绑定 JSAPI 支付",
          en: "open.alipay.com → products: sign and bind JSAPI payments",
        }),
      ];
    const name = blamed.find(([pattern]) => pattern.test(code))?.[1] ?? "ALIPAY_APP_ID";
    return [wrong(name, what, adviceFor(name))];
  }
  if (answer.error.detail.includes("signature"))
    return [
      wrong(
        "ALIPAY_PUBLIC_KEY",
        { zh: "验证不了支付宝的签名。", en: "does not verify Alipay's signature." },
        adviceFor("ALIPAY_PUBLIC_KEY"),
      ),
    ];
  return [unreachable("ALIPAY_GATEWAY", answer.error.detail)];
}
