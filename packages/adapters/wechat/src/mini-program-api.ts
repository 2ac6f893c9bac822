import { type Clock, err, ok, type Result } from "@sanqi/kernel";
import { exchange, type Fetch, integerAt, type Json, readObject, textAt } from "@sanqi/outbound";
import type { WechatConfig } from "./config.ts";
import { createTokenSource } from "./token.ts";

export type WechatDeps = {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Fresh random text of 16 to 32 letters and digits. */
  nonce(): string;
};

/** `refused`: the platform answered with an errcode. `unsent`: nothing happened. `unknown`: it may have happened. */
export type ApiFailure =
  | { readonly kind: "refused"; readonly errcode: number; readonly detail: string }
  | { readonly kind: "unsent"; readonly detail: string }
  | { readonly kind: "unknown"; readonly detail: string };

export type ApiAnswer = Promise<Result<Json, ApiFailure>>;

const tokenRefusals = [40001, 40014, 42001];

/** The mini-program server API: HTTP 200 always, success is an absent or zero errcode. */
export function createMiniProgramApi(config: WechatConfig, deps: WechatDeps) {
  async function call(method: "GET" | "POST", pathWithQuery: string, body?: object): ApiAnswer {
    const answer = await exchange(deps.fetch, {
      method,
      url: config.apiBase + pathWithQuery,
      headers: { Accept: "application/json", ...(body ? { "Content-Type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      timeoutMs: config.timeoutMs,
    });
    if (answer.kind === "unsent") return err(answer);
    if (answer.kind === "lost") return err({ kind: "unknown", detail: answer.detail });
    const json = readObject(answer.body.toString("utf8"));
    if (answer.status !== 200 || !json) {
      return err({ kind: "unknown", detail: `HTTP ${answer.status}${json ? "" : ", not a JSON object"}` });
    }
    const errcode = json.errcode === undefined ? 0 : integerAt(json, "errcode");
    if (errcode === undefined) return err({ kind: "unknown", detail: "errcode is not a number" });
    if (errcode === 0) return ok(json);
    return err({ kind: "refused", errcode, detail: textAt(json, "errmsg") ?? "" });
  }

  const tokens = createTokenSource<ApiFailure>(async (force) => {
    const answer = await call("POST", "/cgi-bin/stable_token", {
      grant_type: "client_credential",
      appid: config.appId,
      secret: config.appSecret,
      force_refresh: force,
    });
    if (!answer.ok) return answer;
    const token = textAt(answer.value, "access_token");
    const expiresInSeconds = integerAt(answer.value, "expires_in");
    if (!token || !expiresInSeconds) return err({ kind: "unknown", detail: "answer without access token" });
    return ok({ token, expiresInSeconds });
  }, deps.clock);

  /** What a failed token call means for the call that needed it: that one was never sent. */
  const notSent = (failure: ApiFailure): ApiFailure => ({
    kind: "unsent",
    detail: `no access token: ${failure.kind === "refused" ? `${failure.errcode} ` : ""}${failure.detail}`,
  });

  return {
    call,
    /** A call that carries the access token; a token that is refused is replaced once and the call repeated once. */
    async callWithToken(path: string, body: object): ApiAnswer {
      const post = (token: string) => call("POST", `${path}?access_token=${encodeURIComponent(token)}`, body);
      const first = await tokens.current();
      if (!first.ok) return err(notSent(first.error));
      const answer = await post(first.value);
      if (answer.ok || answer.error.kind !== "refused" || !tokenRefusals.includes(answer.error.errcode))
        return answer;
      const second = await tokens.replace(first.value);
      return second.ok ? post(second.value) : err(notSent(second.error));
    },
  };
}
