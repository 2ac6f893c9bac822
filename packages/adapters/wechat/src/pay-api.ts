import { err, ok, type Result } from "@sanqi/kernel";
import { type Exchange, exchange, type Json, readObject, textAt } from "@sanqi/outbound";
import type { GatewayError } from "@sanqi/payments/use-cases";
import type { WechatPayConfig } from "./config.ts";
import type { WechatDeps } from "./mini-program-api.ts";
import { authorization, signatureHeaders, verifyPlatformSignature } from "./sign.ts";

export type PayApi = {
  /** `path` with its query, as it is signed. An empty answer (204) reads as an empty object. */
  call(method: "GET" | "POST", path: string, body?: object): Promise<Result<Json, GatewayError>>;
};

/** The platform says "this order is paid" in the Request-ID header only, behind a code that means anything. */
const paidMarks = /268449538|268498689/;

/** WeChat Pay APIv3: requests signed over the bytes sent; only verified 2xx answers are believed. */
export function createPayApi(config: WechatPayConfig, deps: WechatDeps, timeoutMs: number): PayApi {
  return {
    async call(method, path, payload) {
      const body = payload ? JSON.stringify(payload) : "";
      const timestamp = String(Math.floor(deps.clock.now() / 1000));
      const answer = await exchange(deps.fetch, {
        method,
        url: config.base + path,
        headers: {
          Accept: "application/json",
          // Without it, refund endpoints answer 400.
          "User-Agent": "sanqi/0.1",
          "Wechatpay-Serial": config.platformSerial,
          Authorization: authorization({ method, path, timestamp, nonce: deps.nonce(), body }, config),
          ...(payload ? { "Content-Type": "application/json" } : {}),
        },
        ...(payload ? { body } : {}),
        timeoutMs,
      });
      if (answer.kind !== "answered") return unknown(answer.detail);
      return answer.status >= 200 && answer.status < 300 ? believed(answer) : refusal(answer);
    },
  };

  function believed(answer: Answered): Result<Json, GatewayError> {
    const headers = signatureHeaders((name) => answer.headers.get(name) ?? undefined);
    const verdict = verifyPlatformSignature(headers, answer.body, {
      keys: config.platformKeys,
      nowMs: deps.clock.now(),
    });
    // It was carried out, or somebody in between made it up: both must be asked about again.
    if (verdict.kind !== "genuine") return unknown(`answer not verified: ${verdict.detail}`);
    if (answer.body.length === 0) return ok({});
    const json = readObject(answer.body.toString("utf8"));
    return json ? ok(json) : unknown("answer is not a JSON object");
  }
}

type Answered = Extract<Exchange, { kind: "answered" }>;

/** 429 may have been accepted before it was counted, 5xx may have been carried out, an answer without a code is not the platform's. */
function refusal(answer: Answered): Result<never, GatewayError> {
  const json = readObject(answer.body.toString("utf8"));
  const code = textAt(json, "code");
  if (
    answer.status < 400 ||
    answer.status === 408 ||
    answer.status === 429 ||
    answer.status >= 500 ||
    !code
  ) {
    return unknown(`HTTP ${answer.status} ${code ?? ""}`.trim());
  }
  const paid = code === "ORDERPAID" || paidMarks.test(answer.headers.get("request-id") ?? "");
  return err({
    kind: "gatewayRefused",
    code: paid ? "ORDER_PAID" : code,
    detail: textAt(json, "message") ?? "",
  });
}

const unknown = (detail: string): Result<never, GatewayError> => err({ kind: "gatewayUnknown", detail });
