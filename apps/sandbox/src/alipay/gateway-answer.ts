import type { Answer } from "../http/exchange.ts";
import { rsaSign } from "../signing.ts";
import type { World } from "../world.ts";
import type { Outcome } from "./outcome.ts";

const escapeSlashes = (text: string): string => text.replaceAll("/", "\\/");

/** The signature covers the text of the inner object exactly as it is sent (alipay.md 1). */
export function gatewayAnswer(world: World, method: string, outcome: Outcome): Answer {
  const { faults } = world.state;
  const value = outcome.ok
    ? outcome.bare
      ? outcome.fields
      : { code: "10000", msg: "Success", ...outcome.fields }
    : {
        code: outcome.error.code,
        msg: outcome.error.msg,
        sub_code: outcome.error.subCode,
        sub_msg: outcome.error.subMsg,
      };
  const plain = JSON.stringify(value);
  const sent = faults.alipaySlash === "escaped" ? escapeSlashes(plain) : plain;
  const signedText = faults.alipaySlash === "plain" ? plain : escapeSlashes(plain);
  const key =
    !outcome.ok && faults.alipayErrorKey === "error_response"
      ? "error_response"
      : `${method.replaceAll(".", "_")}_response`;
  const withSign = outcome.ok || faults.alipayErrorSigned;
  const sign = withSign ? `,"sign":"${rsaSign(signedText, world.keys.alipay)}"` : "";
  return {
    status: 200,
    // JSON, but the live gateway says text/html (alipay.md 1).
    headers: { "content-type": "text/html;charset=utf-8" },
    body: `{"${key}":${sent}${sign}}`,
  };
}
