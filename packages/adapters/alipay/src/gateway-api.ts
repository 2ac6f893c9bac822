import { type Clock, err, ok, type Result } from "@sanqi/kernel";
import { exchange, type Fetch, type Json, objectAt, readObject, textAt } from "@sanqi/outbound";
import { gatewayTime } from "./china-time.ts";
import type { AlipayConfig } from "./config.ts";
import { rawMember } from "./raw-member.ts";
import { type Parameters, signParameters, verifyAnswer } from "./sign.ts";

export type AlipayDeps = { readonly fetch: Fetch; readonly clock: Clock };

/** `refused`: a definite no. `busy` and `unsent`: nothing happened, later again. `unknown`: it may have happened. */
export type GatewayFailure =
  | { readonly kind: "refused"; readonly code: string; readonly subCode: string; readonly detail: string }
  | { readonly kind: "busy" | "unsent" | "unknown"; readonly detail: string };

export type GatewayRequest = {
  readonly method: string;
  readonly content?: object;
  /** For the few methods whose parameters stand beside the common ones, not in biz_content. */
  readonly parameters?: Parameters;
  readonly notifyUrl?: string;
};

/** Every parameter of a call or of an app order string, signed. */
export function signedParameters(config: AlipayConfig, now: number, request: GatewayRequest): Parameters {
  return signParameters(
    {
      app_id: config.appId,
      method: request.method,
      format: "JSON",
      charset: "utf-8",
      sign_type: "RSA2",
      timestamp: gatewayTime(now),
      version: "1.0",
      notify_url: request.notifyUrl ?? "",
      ...request.parameters,
      biz_content: request.content ? JSON.stringify(request.content) : "",
    },
    config.appPrivateKey,
  );
}

/** The gateway of protocol v2: HTTP 200 for everything, JSON whatever the content type says, outcome by `code`. */
export function createGatewayApi(config: AlipayConfig, deps: AlipayDeps) {
  return async function call(request: GatewayRequest): Promise<Result<Json, GatewayFailure>> {
    const all = signedParameters(config, deps.clock.now(), request);
    const own = new Set(["biz_content", ...Object.keys(request.parameters ?? {})]);
    const pick = (inBody: boolean) =>
      new URLSearchParams(Object.entries(all).filter(([name]) => own.has(name) === inBody)).toString();
    const answer = await exchange(deps.fetch, {
      method: "POST",
      url: `${config.gateway}?${pick(false)}`,
      headers: {
        Accept: "application/json",
        "Content-Type": "application/x-www-form-urlencoded;charset=utf-8",
      },
      body: pick(true),
      timeoutMs: config.timeoutMs,
    });
    if (answer.kind === "unsent") return err(answer);
    if (answer.kind === "lost") return err({ kind: "unknown", detail: answer.detail });
    if (answer.status !== 200) return err({ kind: "unknown", detail: `HTTP ${answer.status}` });
    return readAnswer(config, request.method, answer.body.toString("utf8"));
  };
}

/**
 * Only a signed success is believed. A failure may come without signature (the gateway itself answers so), but a signature
 * that is there must be right.
 */
export function readAnswer(config: AlipayConfig, method: string, text: string): Result<Json, GatewayFailure> {
  const whole = readObject(text);
  const expected = `${method.replaceAll(".", "_")}_response`;
  const key = [expected, "error_response"].find((name) => objectAt(whole, name));
  const content = key ? objectAt(whole, key) : undefined;
  if (!key || !content) return unknown("not an answer of the gateway");
  const sign = textAt(whole, "sign");
  if (sign && !verifyAnswer(rawMember(text, key) ?? "", sign, config.alipayPublicKey)) {
    return unknown("signature of the answer does not match");
  }
  const code = textAt(content, "code");
  // The answer of oauth.token carries no code when it succeeds.
  if (code !== "10000" && (code || key === "error_response")) return err(failureOf(content, code ?? ""));
  return sign ? ok(content) : unknown("success without signature");
}

function failureOf(content: Json, code: string): GatewayFailure {
  const subCode = textAt(content, "sub_code") ?? "";
  const detail = textAt(content, "sub_msg") ?? textAt(content, "msg") ?? "";
  if (code === "40005") return { kind: "busy", detail: subCode };
  // 10003 goes on; 20000 and the platform's own faults may have moved money.
  if (code === "10003" || code === "20000" || /^isp\.|SYSTEM_ERROR|unknow-error/.test(subCode)) {
    return { kind: "unknown", detail: `${code} ${subCode}`.trim() };
  }
  return { kind: "refused", code, subCode: subCode || code || "NO_CODE", detail };
}

const unknown = (detail: string): Result<never, GatewayFailure> => err({ kind: "unknown", detail });
