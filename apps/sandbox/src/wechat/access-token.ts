import type { Answer, Json } from "../http/exchange.ts";
import { textOf } from "../http/exchange.ts";
import type { World } from "../world.ts";
import { wechatError, wechatOk } from "./answer.ts";

const life = 7_200_000;
const rollover = 300_000;
const day = 86_400_000;
const forcedPerDay = 20;
const forcedSpacing = 30_000;

function refuseApp(
  world: World,
  input: { grantType: unknown; appid: unknown; secret: unknown },
): Answer | null {
  const { wechat } = world.secrets;
  if (input.grantType !== "client_credential") return wechatError(40002, "invalid grant_type");
  if (textOf(input.appid) === null) return wechatError(41002, "appid missing");
  if (textOf(input.secret) === null) return wechatError(41004, "appsecret missing");
  if (input.appid !== wechat.appId) return wechatError(40013, "invalid appid");
  if (input.secret !== wechat.appSecret) return wechatError(40125, "invalid appsecret");
  return null;
}

const tokenAnswer = (world: World, issued: { text: string; expiresAt: number }): Answer =>
  wechatOk({
    access_token: issued.text,
    expires_in: Math.floor((issued.expiresAt - world.clock.now()) / 1_000),
  });

/**
 * POST /cgi-bin/stable_token: the same token while it lives; a new one in its last 5 minutes, when both work;
 * force_refresh ends the old one at once, 20 times a day and 30 s apart (wechat.md 3).
 */
export function createStableToken(world: World): (body: Json) => Answer {
  let forced: number[] = [];
  return (body) => {
    const refused = refuseApp(world, { grantType: body.grant_type, appid: body.appid, secret: body.secret });
    if (refused !== null) return refused;
    const now = world.clock.now();
    const current = world.tokens.current("wechatStable");
    if (body.force_refresh === true) {
      forced = forced.filter((at) => at > now - day);
      const last = forced.at(-1);
      if (forced.length >= forcedPerDay) return wechatError(45009, "reach max api daily quota limit");
      if (last !== undefined && now - last < forcedSpacing)
        return wechatError(45011, "api minute-quota reach limit, must slower, retry next minute");
      forced.push(now);
      if (current !== undefined) world.tokens.revoke(current);
      return tokenAnswer(world, world.tokens.issue("wechatStable", life));
    }
    const usable = current !== undefined && current.expiresAt - now > rollover ? current : undefined;
    return tokenAnswer(world, usable ?? world.tokens.issue("wechatStable", life));
  };
}

/** GET /cgi-bin/token: each call makes a new token and the former legacy one ends. */
export function legacyToken(
  world: World,
  query: { grant_type?: unknown; appid?: unknown; secret?: unknown },
): Answer {
  const refused = refuseApp(world, { grantType: query.grant_type, appid: query.appid, secret: query.secret });
  if (refused !== null) return refused;
  const current = world.tokens.current("wechatLegacy");
  if (current !== undefined) world.tokens.revoke(current);
  return tokenAnswer(world, world.tokens.issue("wechatLegacy", life));
}

/** Null when the token works: 41001 missing, 42001 expired, 40001 or 40014 otherwise. */
export function refuseToken(world: World, value: unknown): Answer | null {
  const text = textOf(value);
  if (text === null) return wechatError(41001, "access_token missing");
  const issued = world.tokens.find(text);
  if (issued === undefined || issued.revoked || !issued.family.startsWith("wechat")) {
    return world.state.faults.wechatBadToken === "40001"
      ? wechatError(40001, "invalid credential, access_token is invalid or not latest")
      : wechatError(40014, "invalid access_token");
  }
  return issued.expiresAt <= world.clock.now() ? wechatError(42001, "access_token expired") : null;
}
