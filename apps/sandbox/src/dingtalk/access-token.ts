import { type Answer, type Json, jsonAnswer, textOf } from "../http/exchange.ts";
import type { AppToken, TokenFamily } from "../people/tokens.ts";
import type { World } from "../world.ts";
import { apiError, oapiError, oapiOk, oapiWrapped } from "./answer.ts";

const life = 7_200_000;

/** The same token while it lives; asking again renews it (dingtalk.md 2). */
function currentToken(world: World, family: TokenFamily): AppToken {
  const current = world.tokens.current(family);
  if (current === undefined) return world.tokens.issue(family, life);
  current.expiresAt = world.clock.now() + life;
  return current;
}

/** POST /v1.0/oauth2/accessToken */
export function apiAccessToken(world: World, body: Json | null): Answer {
  const { dingtalk } = world.secrets;
  if (body?.appKey !== dingtalk.appKey || body.appSecret !== dingtalk.appSecret) {
    return apiError(400, "invalidClientIdOrSecret", "无效的clientId或者clientSecret");
  }
  return jsonAnswer(200, { accessToken: currentToken(world, "dingtalkApi").text, expireIn: life / 1_000 });
}

/** GET /gettoken; its errors are not wrapped in 88. */
export function oapiGetToken(world: World, query: Record<string, unknown>): Answer {
  const { dingtalk } = world.secrets;
  const [key, secret] = [textOf(query.appkey), textOf(query.appsecret)];
  if (key === null || secret === null) return oapiError(40035, "缺少参数 corpid or appkey");
  if (key !== dingtalk.appKey || secret !== dingtalk.appSecret)
    return oapiError(40096, "无效的appKey或appSecret");
  return oapiOk({ access_token: currentToken(world, "dingtalkOapi").text, expires_in: life / 1_000 });
}

const works = (world: World, issued: AppToken | undefined, families: readonly TokenFamily[]): boolean =>
  issued !== undefined &&
  !issued.revoked &&
  issued.expiresAt > world.clock.now() &&
  families.includes(issued.family);

/** The old family reads the token from the query or a form body, never from a header. */
export function refuseOapiToken(world: World, value: unknown): Answer | null {
  const text = textOf(value);
  if (text === null) return oapiWrapped("40000", "缺少参数 access_token");
  const families: TokenFamily[] = world.state.faults.dingtalkApiTokenOnOapi
    ? ["dingtalkOapi", "dingtalkApi"]
    : ["dingtalkOapi"];
  return works(world, world.tokens.find(text), families)
    ? null
    : oapiWrapped("40014", "不合法的access_token");
}

/** The new family reads it from one header only. */
export function refuseApiToken(world: World, header: unknown): Answer | null {
  const text = textOf(header);
  if (text === null)
    return apiError(400, "AuthenticationFailed.MissingParameter", "x-acs-dingtalk-access-token is missing");
  return works(world, world.tokens.find(text), ["dingtalkApi", "dingtalkOapi"])
    ? null
    : apiError(400, "InvalidAuthentication", "不合法的access_token");
}
