import { createPrivateKey } from "node:crypto";
import type { Received, Reply, TestHost } from "@sanqi/outbound/test-host";
import { signText } from "./sign.ts";
import { sdk, testKeys } from "./test-config.ts";

const platformKey = createPrivateKey(testKeys.alipay.privateKey);

/** All parameters of a call, as the gateway merges them. */
export const parametersOf = (request: Received): Record<string, string> => ({
  ...Object.fromEntries(new URL(request.path, "http://gateway").searchParams),
  ...Object.fromEntries(new URLSearchParams(request.body)),
});

export const contentOf = (request: Received | undefined): Record<string, unknown> =>
  request ? JSON.parse(parametersOf(request).biz_content ?? "{}") : {};

/** An answer under `key`; `sign` false leaves the signature out, as the gateway does in some failures. */
export function gatewayReply(key: string, content: object, sign = true): Reply {
  const raw = JSON.stringify(content);
  const signature = sign ? `,"sign":"${signText(raw, platformKey)}"` : "";
  // The real gateway says text/html.
  return { headers: { "content-type": "text/html;charset=utf-8" }, body: `{"${key}":${raw}${signature}}` };
}

/** Answers every call by its method name; refuses calls that the independent client would not accept as signed. */
export function playGateway(host: TestHost, answers: Record<string, object>): void {
  host.reply = (request) => {
    const parameters = parametersOf(request);
    const method = parameters.method ?? "";
    const key = `${method.replaceAll(".", "_")}_response`;
    if (!sdk("platform").checkNotifySignV2(parameters))
      return gatewayReply(key, failure("40002", "isv.invalid-signature"));
    return gatewayReply(key, answers[method] ?? failure("40002", "isv.invalid-method"));
  };
}

export const success = (fields: object = {}) => ({ code: "10000", msg: "Success", ...fields });
export const failure = (code: string, subCode: string) => ({
  code,
  msg: "words",
  sub_code: subCode,
  sub_msg: "more words",
});
