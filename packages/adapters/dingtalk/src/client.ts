import { type Clock, err, ok, type Result } from "@sanqi/kernel";
import {
  type Exchange,
  exchange,
  type Fetch,
  integerAt,
  type Json,
  readObject,
  textAt,
} from "@sanqi/outbound";
import type { DingtalkConfig } from "./config.ts";
import { createTokenSource, type TokenGrant } from "./token.ts";

export type DingtalkDeps = {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Fresh random text of 16 to 32 letters and digits. */
  nonce(): string;
};

/** `busy` and `unsent`: nothing happened, later again. `unknown`: it may have happened. */
export type HostFailure =
  | { readonly kind: "refused"; readonly code: string; readonly detail: string }
  | { readonly kind: "busy" | "unsent" | "unknown"; readonly detail: string };

export type HostAnswer = Result<Json, HostFailure>;

const tokenRefusals = ["40014", "42001", "40001", "InvalidAuthentication"];

export type DingtalkClient = {
  /** A call of the old family; the token is added, and replaced once where it is refused. */
  oapi(path: string, body: object): Promise<HostAnswer>;
};

/**
 * Both API families. The new one hands out the token that the old one takes in its query; should the old family not take it
 * (no page of the documentation promises that it does), its own token is used from then on.
 */
export function createDingtalkClient(config: DingtalkConfig, deps: DingtalkDeps): DingtalkClient {
  const send = (method: "GET" | "POST", url: string, body?: object) =>
    exchange(deps.fetch, {
      method,
      url,
      headers: { Accept: "application/json", ...(body ? { "Content-Type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      timeoutMs: config.timeoutMs,
    });

  const newFamily = createTokenSource<HostFailure>(async () => {
    const url = `${config.apiBase}/v1.0/oauth2/accessToken`;
    const answer = readApi(await send("POST", url, { appKey: config.appKey, appSecret: config.appSecret }));
    return toGrant(answer, "accessToken", "expireIn");
  }, deps.clock);

  const oldFamily = createTokenSource<HostFailure>(async () => {
    const query = new URLSearchParams({ appkey: config.appKey, appsecret: config.appSecret });
    const answer = readOapi(await send("GET", `${config.oapiBase}/gettoken?${query}`));
    return toGrant(answer, "access_token", "expires_in");
  }, deps.clock);

  let source = newFamily;

  return {
    async oapi(path, body) {
      const call = async (token: Result<string, HostFailure>): Promise<HostAnswer> => {
        if (!token.ok) return notSent(token.error);
        const query = `access_token=${encodeURIComponent(token.value)}`;
        return readOapi(await send("POST", `${config.oapiBase}${path}?${query}`, body));
      };
      const token = await source.current();
      const first = await call(token);
      if (!token.ok || !isTokenRefusal(first)) return first;
      const second = await call(await source.replace(token.value));
      if (!isTokenRefusal(second) || source === oldFamily) return second;
      source = oldFamily;
      return call(await oldFamily.current());
    },
  };
}

const isTokenRefusal = (answer: HostAnswer): boolean =>
  !answer.ok && answer.error.kind === "refused" && tokenRefusals.includes(answer.error.code);

function toGrant(answer: HostAnswer, tokenKey: string, lifeKey: string): Result<TokenGrant, HostFailure> {
  if (!answer.ok) return answer;
  const token = textAt(answer.value, tokenKey);
  const expiresInSeconds = integerAt(answer.value, lifeKey);
  return token && expiresInSeconds ? ok({ token, expiresInSeconds }) : unknown("answer without access token");
}

/** What a failed token call means for the call that needed it: that one was never sent. */
const notSent = (failure: HostFailure): HostAnswer =>
  err({
    kind: "unsent",
    detail: `no access token: ${failure.kind === "refused" ? failure.code : failure.detail}`,
  });

/**
 * The old family: success is `errcode` 0 and nothing else (a page that bans our address has none). Token and permission
 * faults hide in `sub_code`, a text, behind errcode 88.
 */
export function readOapi(answer: Exchange): HostAnswer {
  const body = readBody(answer);
  if (!body.ok) return body;
  const errcode = integerAt(body.value, "errcode");
  if (errcode === 0) return body;
  if (errcode === undefined) {
    return body.value.punish || body.value.status === 1111
      ? err({ kind: "busy", detail: "address is banned for minutes" })
      : unknown("answer without errcode");
  }
  const subCode = errcode === 88 ? textAt(body.value, "sub_code") : undefined;
  const code = subCode ?? String(errcode);
  const detail = textAt(body.value, "sub_msg") ?? textAt(body.value, "errmsg") ?? "";
  if (errcode === -1 || (errcode >= 90001 && errcode <= 90014)) return err({ kind: "busy", detail: code });
  return err({ kind: "refused", code, detail });
}

/** The new family: success is HTTP 200 with the payload at top level; failures say `code`, whatever the status. */
export function readApi(answer: Exchange): HostAnswer {
  const body = readBody(answer);
  if (!body.ok) return body;
  const code = textAt(body.value, "code");
  const errcode = body.value.errcode === undefined ? "" : String(body.value.errcode);
  if (answer.kind === "answered" && answer.status === 200 && !code && !errcode) return body;
  if (!code && !errcode) return unknown("failure without code");
  const detail = textAt(body.value, "message") ?? textAt(body.value, "errmsg") ?? "";
  if (code && /QpsLimit|qps\.exceed|ServiceUnavailable|InternalError/i.test(code))
    return err({ kind: "busy", detail: code });
  return err({ kind: "refused", code: code ?? errcode, detail });
}

function readBody(answer: Exchange): HostAnswer {
  if (answer.kind === "unsent") return err(answer);
  if (answer.kind === "lost") return unknown(answer.detail);
  const text = answer.body.toString("utf8");
  const json = readObject(text);
  if (json) return ok(json);
  if (answer.status >= 500) return unknown(`HTTP ${answer.status}`);
  // Too many calls from one address are answered with a page of HTML for five minutes.
  return /^\s*</.test(text) ? err({ kind: "busy", detail: "a page, not an answer" }) : unknown("not JSON");
}

const unknown = (detail: string): Result<never, HostFailure> => err({ kind: "unknown", detail });
