import { randomBytes } from "node:crypto";
import { type Answer, textOf } from "../http/exchange.ts";
import { openidOf, remember, unionidOf } from "../people/identity.ts";
import type { World } from "../world.ts";
import { wechatError, wechatOk } from "./answer.ts";

/** GET /sns/jscode2session (wechat.md 2). */
export function jscode2session(world: World, query: Record<string, unknown>): Answer {
  const { wechat } = world.secrets;
  const { faults } = world.state;
  if (textOf(query.appid) === null) return wechatError(41002, "appid missing");
  if (textOf(query.secret) === null) return wechatError(41004, "appsecret missing");
  if (query.appid !== wechat.appId) return wechatError(40013, "invalid appid");
  if (query.secret !== wechat.appSecret) return wechatError(40125, "invalid appsecret");
  if (query.grant_type !== "authorization_code") return wechatError(40002, "invalid grant_type");
  if (faults.wechatLogin === "busy") return wechatError(-1, "system error");
  if (faults.wechatLogin === "limited")
    return wechatError(45011, "api minute-quota reach limit, must slower, retry next minute");
  if (faults.wechatLogin === "blocked") return wechatError(40226, "code blocked");
  const redeemed = world.codes.redeem(textOf(query.js_code) ?? "", "wechatLogin", wechat.appId);
  if (!redeemed.ok)
    return redeemed.why === "used"
      ? wechatError(40163, "code been used")
      : wechatError(40029, "invalid code");
  const openid = openidOf(wechat.appId, redeemed.person);
  remember(world.state, { kind: "openid", appId: wechat.appId, id: openid, person: redeemed.person });
  world.touch();
  return wechatOk({
    openid,
    session_key: randomBytes(16).toString("base64"),
    ...(faults.wechatUnionid ? { unionid: unionidOf(redeemed.person) } : {}),
  });
}
